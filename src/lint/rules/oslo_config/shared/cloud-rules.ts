import type { ConfigFile, ConfigOption, ConfigSection } from '../../../readers/oslo_config/config.js'

/** Whether the file says all that the service needs, and is no override of some tool's own file. */
export function isWhole(file: ConfigFile): boolean {
  return !file.ini.hasUnknownLines && optionsOf(file, 'database', 'connection').length > 0
}

export function optionsOf({ sections }: ConfigFile, group: string, name: string): ConfigOption[] {
  return sections
    .filter((section) => section.group === group)
    .flatMap(({ options }) => options.filter((option) => option.ini.name === name))
}

export function isTrue(value: string): boolean {
  return /^(?:true|1|on|yes)$/i.test(value)
}

/** All options of one of these names, with the file that each stands in. */
export function* everyOption(
  files: readonly ConfigFile[],
  isWanted: (section: ConfigSection, option: ConfigOption) => boolean,
): Iterable<{ file: ConfigFile; section: ConfigSection; option: ConfigOption }> {
  for (const file of files) {
    for (const section of file.sections) {
      for (const option of section.options) {
        if (!option.ini.isTemplated && isWanted(section, option)) yield { file, section, option }
      }
    }
  }
}
