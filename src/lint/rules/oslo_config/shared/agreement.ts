import type { Report } from '../../../engine/rule.js'
import { atValue, type ConfigOption } from '../../../readers/oslo_config/config.js'

export const SAME_OR_SUPPRESS =
  'Use the same value as the other files, or suppress this finding if the difference is intended.'

interface Setting {
  option: ConfigOption
  /** The part of the value that is compared. */
  value: string
}

/** The values of options with this name, outside of Jinja's conditions; `compared` picks the part that counts. */
export function settingsOf(
  options: readonly ConfigOption[],
  name: RegExp,
  compared: (value: string) => string | undefined = (value) => value,
): Setting[] {
  return options.flatMap((option) => {
    if (option.isTemplated || option.branch !== '' || !name.test(option.name)) return []
    const value = compared(option.value)
    return value ? [{ option, value }] : []
  })
}

/** Report the values that differ from the one that at least two thirds of the options have. */
export function reportOutliers(
  options: readonly ConfigOption[],
  name: RegExp,
  what: string,
  report: Report,
  compared?: (value: string) => string | undefined,
): void {
  const settings = settingsOf(options, name, compared)
  const counts = new Map<string, number>()
  for (const { value } of settings) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [[common, count] = ['', 0]] = [...counts].sort(([, a], [, b]) => b - a)
  if (count < 2 * (settings.length - count)) return
  for (const { option, value } of settings) {
    if (value === common) continue
    const message = `${option.title} names the ${what} "${value}", but most settings here name "${common}".`
    report(atValue(option), message, SAME_OR_SUPPRESS)
  }
}
