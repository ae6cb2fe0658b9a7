export function title(good: boolean, text: string): string {
  return `### ${good ? '✅' : '❌'} ${text}`
}

export function mermaid(picture: string): string {
  return `\`\`\`mermaid\n${picture}\n\`\`\``
}

/** A table. The cells must be escaped already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export function blocks(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}
