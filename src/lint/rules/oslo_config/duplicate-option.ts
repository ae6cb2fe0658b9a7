import type { ConfigOption } from '../../readers/oslo_config/config.js'
import { fileRule, named } from '../../readers/oslo_config/rule.js'

export default fileRule(
  {
    id: 'oslo_config/duplicate-option',
    severity: 'warning',
    summary: 'An option that is set twice in a file',
    help: 'Of several values for one option the last one counts, save for the few options that collect them all. Sections of one name are one section, so the other value may stand far away. Options in different arms of a Jinja condition are never there together. Remove the one that is not meant.',
    example: {
      bad: '[DEFAULT]\nreserved_host_memory_mb = 512\nreserved_host_disk_mb = 1024\nreserved_host_memory_mb = 4096\n',
      good: '[DEFAULT]\nreserved_host_disk_mb = 1024\nreserved_host_memory_mb = 4096\n',
    },
  },
  function* ({ sections }) {
    for (const section of sections) {
      const seen = new Map<string, ConfigOption>()
      for (const option of section.options) {
        if (!isSingle(option)) continue
        const { name, arm, nameRange } = option.ini
        const key = `${arm} ${name}`
        const first = seen.get(key)
        seen.set(key, option)
        if (!first) continue
        yield {
          range: nameRange,
          message: `${named(section.ini.name, name)} is set again: its value on line ${first.ini.nameRange.start.line} is lost.`,
          help: 'Keep the one that is meant.',
        }
      }
    }
  },
)

/** Whether one value is all that the option takes, so far as is known. */
function isSingle({ lookup }: ConfigOption): boolean {
  if (lookup?.is === 'known') return !lookup.entry.multi
  return lookup?.is === 'renamed' && lookup.entry !== undefined && !lookup.entry.multi
}
