export function listOf(text: string | undefined): string[] | undefined {
  return text
    ?.replaceAll(' ', '')
    .split(',')
    .filter((part) => part !== '')
}
