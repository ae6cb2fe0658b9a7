import { defineRule } from '../../engine/rule.js'
import type { OptionFacts } from '../../facts/oslo_config.js'
import {
  atValue,
  type ConfigFiles,
  type ConfigOption,
  withinValue,
} from '../../readers/oslo_config/config.js'

const REFERENCE = /\$(?:\$|\{([_a-z][._a-z0-9]*)\}|([_a-z][._a-z0-9]*))/gi
const MAY_HOLD_SECRET = /password|passwd|secret|connection|transport_url/
/** Options that oslo.config defines for every program. */
const BUILT_IN = new Set(['config_file', 'config_dir', 'config_source'])

export default defineRule<ConfigFiles>({
  id: 'oslo_config/unescaped-dollar',
  severity: 'error',
  summary: 'a "$" in a value is read as a reference to another option',
  help: 'oslo.config replaces $name and ${name} in any value with the option of that name in the same section or in [DEFAULT], and $section.name with the option of another section. If there is no such option, the service fails when it reads the value. Write "$$" for a literal "$", for example in a password. This is an error in passwords and in URLs that contain them, and a warning elsewhere, because a plug-in may define the option.',
  example: {
    bad: '[database]\nconnection = mysql+pymysql://nova:{{ first_half }}$ecret@db.example.org/nova\n',
    good: '[database]\nconnection = mysql+pymysql://nova:{{ first_half }}$$ecret@db.example.org/nova\n',
  },
  check({ options }, report) {
    for (const option of options) {
      const reference = unresolved(option)
      if (!reference) continue
      const { at, text, name } = reference
      report(
        option.source.isVariable ? atValue(option) : withinValue(option, at, text.length),
        `${option.title} refers to "${text}", but there is no option "${name}".`,
        'Write "$$" for a literal "$".',
        MAY_HOLD_SECRET.test(option.name) ? 'error' : 'warning',
      )
    }
  },
})

/** The first reference in a one-line value to an option that does not exist. */
function unresolved(option: ConfigOption): { at: number; text: string; name: string } | undefined {
  const { value, lines, lookup, section, source } = option
  const isKnown = lookup !== undefined && 'type' in lookup
  if (!source.facts || !value.includes('$') || !isKnown || lines.length > 1) return undefined
  const written = lines[0]?.text ?? ''
  // Jinja replaces its expressions before oslo.config reads the file
  const plain = written.replace(/\{\{.*?\}\}/g, (all) => ' '.repeat(all.length)).replaceAll('\\$', '$$$$')
  for (const match of plain.matchAll(REFERENCE)) {
    const name = match[1] ?? match[2]
    if (name !== undefined && !mayExist(name, section.group, source.facts)) {
      return { at: match.index, text: match[0], name }
    }
  }
  return undefined
}

/** Whether oslo.config may find the option: only what no release has is certainly missing. */
function mayExist(name: string, group: string, facts: OptionFacts): boolean {
  const isKnown = (place: string, option: string) => facts.lookup(place, option).verdict !== 'unknown'
  const dot = name.indexOf('.')
  if (dot !== -1 && isKnown(name.slice(0, dot), name.slice(dot + 1))) return true
  return isKnown(group, name) || isKnown('DEFAULT', name) || BUILT_IN.has(name)
}
