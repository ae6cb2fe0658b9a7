import type { Definition } from '../definition.js'
import type { Problem, Rule } from '../rule.js'
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

export function subjects(definitions: readonly Definition[]): Subject[] {
  const files = definitions.filter(({ kind }) => kind === 'haproxy')
  if (files.length === 0) return []
  const configurations = [...together(files).values()].map(readConfiguration)
  const backendsElsewhere = new Set(
    configurations
      .filter(({ isWhole }) => !isWhole)
      .flatMap(({ proxies }) => proxies.filter(({ isBackend }) => isBackend))
      .flatMap(({ name }) => name?.text ?? []),
  )
  const serverControl = definitions.find(
    ({ kind, text }) => kind === 'ansible' && text.includes(MODULE) && MODULE_LINE.test(text),
  )?.path
  return configurations.map((configuration) => ({ ...configuration, backendsElsewhere, serverControl }))
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
    *check(subject) {
      for (const problem of rule.check(subject)) {
        const isUnsure = rule.severity === 'error' && subject.templates.has(problem.file)
        const severity: Pick<Problem, 'severity'> = isUnsure ? { severity: 'warning' } : {}
        yield { ...severity, ...problem }
      }
    },
  }
}
