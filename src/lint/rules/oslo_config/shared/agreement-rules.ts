import type { Problem } from '../../../engine/rule.js'
import type { ConfigFile, ConfigOption, ConfigSection } from '../../../readers/oslo_config/config.js'
import { named } from '../../../readers/oslo_config/rule.js'
import { everyOption } from './cloud-rules.js'

export interface Said {
  file: ConfigFile
  section: ConfigSection
  option: ConfigOption
  /** What is compared. */
  value: string
}

/** Those that say something else than most do; none when it is not clear what most say. */
export function dissenters(said: readonly Said[]): { odd: Said[]; common: string } {
  const counts = new Map<string, number>()
  for (const { value } of said) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a)
  if (!first || !second || first[1] < 2 * (said.length - first[1])) return { odd: [], common: '' }
  return { odd: said.filter(({ value }) => value !== first[0]), common: first[0] }
}

export function saidOf(
  files: readonly ConfigFile[],
  name: RegExp,
  compared: (value: string) => string | undefined,
): Said[] {
  const found: Said[] = []
  for (const { file, section, option } of everyOption(files, (_, { ini }) => name.test(ini.name))) {
    const value = compared(option.ini.value)
    if (value !== undefined && value !== '' && option.ini.arm === '')
      found.push({ file, section, option, value })
  }
  return found
}

export function problem(
  { file, section, option }: Omit<Said, 'value'>,
  what: string,
  common: string,
): Problem {
  return {
    file: file.path,
    range: option.ini.valueRange,
    message: `${named(section.ini.name, option.ini.name)} names ${what}, while most others here name ${common}.`,
    help: 'Write the same as in the other files, unless this service is meant to differ.',
  }
}
