import type { Lookup } from '../../../facts/oslo_config.js'
import type { ConfigOption } from '../../../readers/oslo_config/config.js'
import { type OptionType, refusal } from '../../../readers/oslo_config/option-types.js'

export function typeIn(lookup: Lookup): OptionType | undefined {
  return lookup.is === 'known' || lookup.is === 'renamed' ? lookup.type : undefined
}

/** Where the comment behind a value begins. */
export function commentIn(
  option: ConfigOption,
): { at: number; text: string; isRefused: boolean } | undefined {
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
