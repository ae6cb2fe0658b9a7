import type { OptionFacts } from '../../facts/oslo_config.js'
import type { ConfigSection } from '../../readers/oslo_config/config.js'
import { named, optionRule, partOf } from '../../readers/oslo_config/rule.js'

const REFERENCE = /\$(?:\$|\{([_a-z][._a-z0-9]*)\}|([_a-z][._a-z0-9]*))/gi

const ESCAPABLE = /password|passwd|secret|connection|transport_url/

/** Options that oslo.config itself has for each program. */
const OWN = new Set(['config_file', 'config_dir', 'config_source'])

export default optionRule(
  {
    id: 'oslo_config/unescaped-dollar',
    severity: 'error',
    summary: 'A "$" that oslo.config takes for another option',
    help: 'oslo.config fills in $name and ${name} in every value from the option of that name in the same section or in [DEFAULT], and $section.name from another section. When there is none, asking for the option fails, and with it the service. A "$" of a password has to be written twice: "$$". In passwords and in URLs that hold them this is an error, elsewhere a warning, since a plug-in may have the option.',
    example: {
      bad: '[database]\nconnection = mysql+pymysql://nova:{{ first_half }}$ecret@db.example.org/nova\n',
      good: '[database]\nconnection = mysql+pymysql://nova:{{ first_half }}$$ecret@db.example.org/nova\n',
    },
  },
  (option, section, { facts, isVariable }) => {
    const { ini, lookup } = option
    if (!facts || !ini.value.includes('$') || (lookup?.is !== 'known' && lookup?.is !== 'renamed'))
      return undefined
    const text = ini.lines.length === 1 ? (ini.lines[0]?.text ?? '') : ''
    // what stands inside of an expression is Jinja's
    const plain = text.replace(/\{\{.*?\}\}/g, (all) => ' '.repeat(all.length)).replaceAll('\\$', '$$$$')
    for (const match of plain.matchAll(REFERENCE)) {
      const name = match[1] ?? match[2]
      if (name === undefined || isOption(name, section, facts)) continue
      return {
        range: isVariable ? ini.valueRange : partOf(option, match.index, match[0].length),
        message: `${named(section.ini.name, ini.name)} refers to "${match[0]}", but there is no option "${name}".`,
        help: 'Write "$$" when a "$" is meant.',
        severity: ESCAPABLE.test(ini.name) ? 'error' : 'warning',
      }
    }
    return undefined
  },
)

/** Whether oslo.config may find the option: only what no release has is certainly unknown. */
function isOption(name: string, { group }: ConfigSection, facts: OptionFacts): boolean {
  const dot = name.indexOf('.')
  const places = dot === -1 ? [group] : [name.slice(0, dot), group]
  const options = dot === -1 ? [name, name] : [name.slice(dot + 1), name]
  const isKnown = (place: string | undefined, option: string | undefined) =>
    place !== undefined && option !== undefined && facts.lookup(place, option).is !== 'unknown'
  if (places.some((place, index) => isKnown(place, options[index]))) return true
  return isKnown('DEFAULT', name) || OWN.has(name)
}
