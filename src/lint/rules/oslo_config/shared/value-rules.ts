import type { ConfigOption } from '../../../readers/oslo_config/config.js'
import { Speller } from '../../../readers/oslo_config/near.js'
import type { Lookup } from '../../../facts/oslo_config.js'
import { type OptionType, type Refusal, refusal } from '../../../readers/oslo_config/option-types.js'
import { named, optionRule, partOf, valuePlace } from '../../../readers/oslo_config/rule.js'

/** The type that a value is held to; `undefined` when there is nothing to be said about it. */
function typeOf({ ini, lookup }: ConfigOption): OptionType | undefined {
  // what stands behind "$" is filled in before the value is looked at
  if (ini.isTemplated || ini.value.includes('$') || !lookup) return undefined
  return typeIn(lookup)
}

function typeIn(lookup: Lookup): OptionType | undefined {
  return lookup.is === 'known' || lookup.is === 'renamed' ? lookup.type : undefined
}

/** Why oslo.config refuses the value of one line, or of a list over several. */
function refused(option: ConfigOption): Refusal | undefined {
  const type = typeOf(option)
  const isLonger = option.ini.lines.length > 1
  if (!type || (isLonger && type.kind !== 'list' && type.kind !== 'dict')) return undefined
  return refusal(type, option.ini.value)
}

/** Where the comment behind a value begins. */
function commentIn(option: ConfigOption): { at: number; text: string; isRefused: boolean } | undefined {
  const { ini } = option
  const [line, ...more] = ini.lines
  if (!line || more.length > 0 || ini.isTemplated || /^["']/.test(line.text)) return undefined
  const at = line.text.search(/\s[#;]/) + 1
  if (at === 0) return undefined
  const text = line.text.slice(at)
  const type = option.lookup && typeIn(option.lookup)
  const without = line.text.slice(0, at).trimEnd()
  if (type && refusal(type, ini.value)) {
    return refusal(type, without) ? undefined : { at, text, isRefused: true }
  }
  // a text may hold anything, so this has to look like what people write of
  const isComment = /^#\s+[A-Za-z]/.test(text) && type !== undefined
  return isComment ? { at, text, isRefused: false } : undefined
}

export const invalidValue = optionRule(
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

export const inlineComment = optionRule(
  {
    id: 'oslo_config/inline-comment',
    severity: 'error',
    summary: 'A comment behind a value, which is part of it',
    help: 'oslo.config knows comments only on lines of their own that begin with "#" or ";" in the first column: behind a value they are part of it. Where the value then is not of its type the service does not start, and this is an error; in a text it is a warning. Move the comment to the line above.',
    example: {
      bad: '[oslo_messaging_rabbit]\nheartbeat_rate = 3 # times in a timeout\n',
      good: '[oslo_messaging_rabbit]\n# times in a timeout\nheartbeat_rate = 3\n',
    },
  },
  (option, section) => {
    const comment = commentIn(option)
    if (!comment) return undefined
    return {
      range: partOf(option, comment.at, comment.text.length),
      message: `The comment is part of the value of ${named(section.ini.name, option.ini.name)}.`,
      help: 'Move it to a line of its own above.',
      severity: comment.isRefused ? 'error' : 'warning',
    }
  },
)
