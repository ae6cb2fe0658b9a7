import { filled } from './jinja.js'

const SECTION =
  /^(?:global|defaults(?:[ \t]+[\w.:-]+){0,3}|(?:frontend|backend|listen|peers|resolvers|userlist|mailers|cache|program|http-errors|ring|log-forward|fcgi-app|crt-store|log-profile)[ \t]+[^\s=].*)[ \t]*(?:#.*)?$/

/** Whether a text is an HAProxy configuration: its first words open a section. */
export function isHaproxy(path: string, text: string): boolean {
  if (!/\.cfg$/i.test(path) && !/haproxy[^/]*(?:\/[^/]+)*\.conf$/i.test(path)) return false
  // a file with this name is a configuration even if its first word is misspelled
  const isNamed = /(^|\/)haproxy[^/]*$/i.test(path)
  for (const line of filled(text).text.split('\n')) {
    if (!/^[ \t]*[^#.\s]/.test(line)) continue
    if (SECTION.test(line.trim())) return true
    if (!isNamed) return false
  }
  return false
}
