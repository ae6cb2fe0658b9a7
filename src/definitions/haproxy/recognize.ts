const SECTION =
  /^(global|defaults|frontend|backend|listen|peers|resolvers|userlist|mailers|cache|program|http-errors|ring)\b/

/** Whether a text is an HAProxy configuration: its first word opens a section. */
export function isHaproxy(path: string, text: string): boolean {
  if (!/\.cfg$/i.test(path)) return false
  const first = /^[ \t]*([^#\s].*)$/m.exec(text)?.[1]
  return first !== undefined && SECTION.test(first)
}
