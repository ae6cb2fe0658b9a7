import type { Definition } from '../../engine/definition.js'
import type { Report, Rule } from '../../engine/rule.js'
import { type Configuration, readConfiguration } from './configuration.js'

/** What a rule looks at: a configuration, and what the rest of the repository says about it. */
export interface Subject extends Configuration {
  /** Names of backends in fragments, which may be loaded beside any whole configuration. */
  backendsElsewhere: ReadonlySet<string>
  /** A file that changes servers at run time, which takes the level admin. */
  serverControl: string | undefined
}

const MODULE = 'community.general.haproxy:'
const MODULE_LINE = /^\s*(?:-\s+)?community\.general\.haproxy:/m

/** Those that are surely whole are read one after the other, so that they need not all be held at once. */
export function* subjects(definitions: readonly Definition[]): Iterable<Subject> {
  const groups = [...together(definitions.filter(({ kind }) => kind === 'haproxy')).values()]
  if (groups.length === 0) return
  const read = new Map<readonly Definition[], Configuration>()
  const backendsElsewhere = new Set<string>()
  for (const group of groups) {
    if (group.some(isSurelyWhole)) continue
    const configuration = readConfiguration(group)
    read.set(group, configuration)
    if (configuration.isWhole) continue
    for (const { isBackend, name } of configuration.proxies)
      if (isBackend && name) backendsElsewhere.add(name.text)
  }
  const serverControl = definitions.find(
    ({ kind, text }) => kind === 'ansible' && text.includes(MODULE) && MODULE_LINE.test(text),
  )?.path
  for (const group of groups)
    yield { ...(read.get(group) ?? readConfiguration(group)), backendsElsewhere, serverControl }
}

/** Whether a file has a section that makes a configuration whole; Jinja may take it out again. */
function isSurelyWhole({ text }: Definition): boolean {
  return /^[ \t]*(?:global|defaults)(?=[ \t\r#]|$)/m.test(text) && !/\{[{%#]/.test(text)
}

/** HAProxy loads the files of a `*.d` folder one after another. */
function together(files: readonly Definition[]): Map<string, Definition[]> {
  const groups = new Map<string, Definition[]>()
  for (const file of files) {
    const key = /^(?:.*\/)?[^/]+\.d(?=\/[^/]+$)/.exec(file.path)?.[0] ?? file.path
    const group = groups.get(key)
    if (group) group.push(file)
    else groups.set(key, [file])
  }
  return groups
}

/** In a template, what looks like an error may be mended by what is filled in: there it counts as a warning. */
export function haproxyRule(rule: Rule<Subject>): Rule<Subject> {
  return {
    ...rule,
    check(subject, report) {
      const usual = (file: string) =>
        rule.severity === 'error' && subject.templates.has(file) ? 'warning' : undefined
      const softened: Report = (place, message, help, severity) =>
        report(place, message, help, severity ?? usual(place.file ?? subject.path))
      for (const { file, range, message, help, severity } of rule.check(subject, softened) ?? [])
        softened({ file, range }, message, help, severity)
    },
  }
}
