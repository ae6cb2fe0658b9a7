import { filled } from './jinja.js'

const SECTION =
  /^(?:global|defaults(?:[ \t]+[\w.:-]+){0,3}|(?:frontend|backend|listen|peers|resolvers|userlist|mailers|cache|program|http-errors|ring|log-forward|fcgi-app|crt-store|log-profile)[ \t]+[^\s=].*)[ \t]*(?:#.*)?$/

/** Whether a text is an HAProxy configuration: its first words open a section. */
export function isHaproxy(path: string, text: string): boolean {
  if (!/\.cfg$/i.test(path) && !/haproxy[^/]*(?:\/[^/]+)*\.conf$/i.test(path)) return false
  const first = /^[ \t]*([^#.\s].*)$/m.exec(filled(text).text)?.[1]
  return first !== undefined && SECTION.test(first.trimEnd())
}
