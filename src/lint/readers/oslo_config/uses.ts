import { oncePer } from '../../engine/declared.js'
import type { Place } from '../../engine/rule.js'
import { Speller } from '../../engine/speller.js'
import { type Lookup, OptionFacts } from '../../facts/oslo_config.js'
import { atValue, type ConfigFiles, type ConfigOption, type ConfigSection, withinValue } from './config.js'
import { type OptionType, type Refusal, refusal } from './option-types.js'

/** The name of an option or a section, with what the facts say about it. `meant` is the known name it is a typo of. */
interface Unknown {
  verdict: 'unknown'
  facts: OptionFacts
  meant: string | undefined
}

export type OptionUse = Place & { option: ConfigOption } & (Exclude<Lookup, { verdict: 'unknown' }> | Unknown)

/** The names of all options that can be looked up. */
export const optionUses = oncePer(function* ({ files }: ConfigFiles): Iterable<OptionUse> {
  for (const section of files.flatMap(({ sections }) => sections)) {
    let speller: Speller | undefined
    for (const option of section.options) {
      const { file, range, lookup, name, source } = option
      if (lookup?.verdict === 'unknown' && source.facts) {
        speller ??= new Speller(namesMeantIn(section, source.facts))
        const meant = speller.typoOf(name)
        yield { file, range, option, verdict: 'unknown', facts: source.facts, meant }
      } else if (lookup && lookup.verdict !== 'unknown') yield { file, range, option, ...lookup }
    }
  }
})

/** The names in a known section that a typo may mean: not those that it also sets. */
function namesMeantIn({ verdict, group, options }: ConfigSection, facts: OptionFacts): string[] {
  const set = new Set(options.map(({ name }) => name))
  return verdict === 'known' ? facts.namesIn(group).filter((name) => !set.has(name)) : []
}

export type SectionUse = Place & { section: ConfigSection } & Unknown

/** The names of sections that the service does not have, unless they are empty. */
export const unknownSections = oncePer(function* ({ files }: ConfigFiles): Iterable<SectionUse> {
  for (const { facts, sections } of files) {
    if (!facts) continue
    const speller = new Speller(facts.groups)
    for (const section of sections) {
      const { file, range, verdict, name, options } = section
      if (verdict !== 'unknown' || options.length === 0) continue
      const meant = groupOfOtherCase(name, facts) ?? speller.typoOf(name)
      yield { file, range, section, verdict, facts, meant }
    }
  }
})

function groupOfOtherCase(name: string, facts: OptionFacts): string | undefined {
  if (/^\s*defaults?\s*$/i.test(name)) return 'DEFAULT'
  const group = OptionFacts.normalized(name.trim())
  return facts.hasGroup(group) ? group : undefined
}

/** A value that is not what it should be. */
export type ValueUse = Place & { option: ConfigOption } & (
    | { verdict: 'with_comment'; isInvalid: boolean }
    | { verdict: 'invalid'; type: OptionType; refusal: Refusal }
  )

/** All values that oslo.config refuses, and those that include a comment. */
export const valueUses = oncePer(function* ({ options }: ConfigFiles): Iterable<ValueUse> {
  for (const option of options) {
    const type = typeOf(option)
    const comment = commentIn(option, type)
    const refused = type && refusalOf(option, type)
    if (comment) yield { option, verdict: 'with_comment', ...comment }
    else if (refused) yield { option, ...atValue(option), verdict: 'invalid', type, refusal: refused }
  }
})

/** The type of an option; `undefined` when it is unknown. */
export function typeOf({ lookup }: ConfigOption): OptionType | undefined {
  return lookup && 'type' in lookup ? lookup.type : undefined
}

/** Why oslo.config refuses the value on one line, or the list on several. */
function refusalOf({ isTemplated, value, lines }: ConfigOption, type: OptionType): Refusal | undefined {
  // oslo.config replaces "$name" before it converts the value
  if (isTemplated || value.includes('$')) return undefined
  const mayBeLong = type.kind === 'list' || type.kind === 'dict'
  return lines.length === 1 || mayBeLong ? refusal(type, value) : undefined
}

/** The comment that is part of a one-line value, and whether it makes the value invalid. */
function commentIn(
  option: ConfigOption,
  type: OptionType | undefined,
): (Place & { isInvalid: boolean }) | undefined {
  const { lines, isTemplated, value } = option
  const text = lines[0]?.text ?? ''
  if (!type || lines.length > 1 || isTemplated || /^["']/.test(text)) return undefined
  const start = text.search(/\s[#;]/) + 1
  if (start === 0) return undefined
  const isInvalid = refusal(type, value) !== undefined
  // free text may contain anything, so only what clearly reads as a comment counts
  const isComment = isInvalid
    ? !refusal(type, text.slice(0, start).trimEnd())
    : /^#\s+[A-Za-z]/.test(text.slice(start))
  return isComment ? { ...withinValue(option, start, text.length - start), isInvalid } : undefined
}
