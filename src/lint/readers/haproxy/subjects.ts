import type { Definition } from '../../engine/definition.js'
import type { Rule, RuleSubjects } from '../../engine/rule.js'
import { type Configuration, readConfiguration } from './configuration.js'

/** A configuration, and what the rest of the repository adds to it. */
export interface Subject extends Configuration {
  /** Names of the backends in fragments, which may be loaded together with any whole configuration. */
  backendsElsewhere: ReadonlySet<string>
  /** A playbook that changes servers at run time, which needs a stats socket of level admin. */
  serverControl: string | undefined
}

/** HAProxy configurations. */
export const subjects: RuleSubjects<Subject> = {
  kind: 'haproxy',
  exampleFile: 'haproxy.cfg',
  subjects: configurations,
}

/** A small configuration without findings. The examples of the rules change one thing in it. */
export const EXAMPLE = `global
    hard-stop-after 10m
    stats socket /run/haproxy/admin.sock mode 660 level operator

defaults
    mode http
    timeout connect 5s
    timeout client 60s
    timeout server 60s

frontend keystone
    bind 203.0.113.10:5000
    default_backend keystone

backend keystone
    option httpchk
    http-check send meth GET uri /healthcheck
    http-check expect status 200
    server infra1 10.0.0.11:5000 check
    server infra2 10.0.0.12:5000 check
`

const MODULE = 'community.general.haproxy:'
const MODULE_LINE = /^\s*(?:-\s+)?community\.general\.haproxy:/m

/** All configurations of a repository. Those that are surely whole are read one at a time, to keep the heap small. */
export function* configurations(definitions: readonly Definition[]): Iterable<Subject> {
  const groups = [...loadedTogether(definitions.filter(({ kind }) => kind === 'haproxy')).values()]
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

/** Whether a file has a section that makes a configuration whole. Jinja may remove the section again. */
function isSurelyWhole({ text }: Definition): boolean {
  return /^[ \t]*(?:global|defaults)(?=[ \t\r#]|$)/m.test(text) && !/\{[{%#]/.test(text)
}

/** HAProxy loads all files of a `*.d` folder, one after another. */
function loadedTogether(files: readonly Definition[]): Map<string, Definition[]> {
  const groups = new Map<string, Definition[]>()
  for (const file of files) {
    const key = /^(?:.*\/)?[^/]+\.d(?=\/[^/]+$)/.exec(file.path)?.[0] ?? file.path
    const group = groups.get(key)
    if (group) group.push(file)
    else groups.set(key, [file])
  }
  return groups
}

/** Reports errors in templates as warnings, since the values that are filled in may make the line valid. */
export function haproxyRule(rule: Rule<Subject>): Rule<Subject> {
  return {
    ...rule,
    check(subject, report) {
      return rule.check(subject, (place, message, help, severity) => {
        const isSoft = rule.severity === 'error' && subject.templates.has(place.file ?? subject.path)
        report(place, message, help, severity ?? (isSoft ? 'warning' : undefined))
      })
    },
  }
}
