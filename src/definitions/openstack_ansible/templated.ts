/** Whether a value holds Jinja and so is only known when Ansible has filled it in. */
export function isTemplated(text: string): boolean {
  return text.includes('{{') || text.includes('{%')
}
