import type { ConfigOption } from '../../readers/oslo_config/config.js'
import { Speller } from '../../readers/oslo_config/near.js'
import { type OptionType, type Refusal, refusal } from '../../readers/oslo_config/option-types.js'
import { named, optionRule, valuePlace } from '../../readers/oslo_config/rule.js'
import { commentIn, typeIn } from './shared/value-rules.js'

export default optionRule(
  {
    id: 'oslo_config/invalid-value',
    severity: 'error',
    summary: "A value that is not of the option's type",
    help: 'oslo.config converts a value when the service asks for the option, and refuses one that is not of its type, out of bounds or none of its choices: most options are asked for when the service starts, and then it does not; the others fail later, in the middle of the work. Choices and bounds differ between releases, so those are warnings as long as the manifest names no openstack_release. Values that Jinja or "$other" fill in are left alone.',
    example: {
      bad: '[vnc]\nnovncproxy_port = 6080/tcp\n\n[libvirt]\nvirt_type = kvm\n',
      good: '[vnc]\nnovncproxy_port = 6080\n\n[libvirt]\nvirt_type = kvm\n',
    },
  },
  (option, section, _, { isAssumed }) => {
    const found = refused(option)
    if (!found || commentIn(option)?.isRefused) return undefined
    const { value, name } = option.ini
    return {
      range: valuePlace(option),
      message: `The value of ${named(section.ini.name, name)} ${value === '' ? 'is empty, which' : `is "${shown(value)}", which`} ${found.why}.`,
      help: helpFor(option),
      severity: found.isBound && isAssumed ? 'warning' : 'error',
    }
  },
)

/** The type that a value is held to; `undefined` when there is nothing to be said about it. */
function typeOf({ ini, lookup }: ConfigOption): OptionType | undefined {
  // what stands behind "$" is filled in before the value is looked at
  if (ini.isTemplated || ini.value.includes('$') || !lookup) return undefined
  return typeIn(lookup)
}

/** Why oslo.config refuses the value of one line, or of a list over several. */
function refused(option: ConfigOption): Refusal | undefined {
  const type = typeOf(option)
  const isLonger = option.ini.lines.length > 1
  if (!type || (isLonger && type.kind !== 'list' && type.kind !== 'dict')) return undefined
  return refusal(type, option.ini.value)
}

function helpFor(option: ConfigOption): string {
  const type = typeOf(option)
  const choices = (type?.item ?? type)?.choices?.filter((choice) => typeof choice === 'string') ?? []
  const meant = new Speller().misspelled(option.ini.value, choices)
  if (meant !== undefined) return `Did you mean "${meant}"?`
  return 'Write a value of its type, or remove the option to have its default.'
}

function shown(value: string): string {
  const [line = ''] = value.split('\n')
  return line.length > 60 ? `${line.slice(0, 57)}…` : line
}
