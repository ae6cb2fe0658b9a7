import { defineRule } from '../../engine/rule.js'
import type { ConfigFiles, ConfigOption } from '../../readers/oslo_config/config.js'

export default defineRule<ConfigFiles>({
  id: 'oslo_config/duplicate-option',
  severity: 'warning',
  summary: 'an option is set twice in a file',
  help: 'If an option is set more than once, the last value wins, except for the few options that take several values. Sections with the same name are one section, so the two lines may be far apart. Options in different branches of a Jinja condition do not count as duplicates. Remove the value that you do not want.',
  example: {
    bad: '[DEFAULT]\nreserved_host_memory_mb = 512\nreserved_host_disk_mb = 1024\nreserved_host_memory_mb = 4096\n',
    good: '[DEFAULT]\nreserved_host_disk_mb = 1024\nreserved_host_memory_mb = 4096\n',
  },
  check({ files }, report) {
    for (const { options } of files.flatMap(({ sections }) => sections)) {
      const seen = new Map<string, ConfigOption>()
      for (const option of options.filter(takesOneValue)) {
        const key = `${option.branch} ${option.name}`
        const first = seen.get(key)
        seen.set(key, option)
        if (!first) continue
        const { line } = first.range.start
        report(
          option,
          `${option.title} is set again: this value replaces the one on line ${line}.`,
          'Remove one of the two lines.',
        )
      }
    }
  },
})

/** Whether the option is known to take a single value. */
function takesOneValue({ lookup }: ConfigOption): boolean {
  const entry = lookup && 'entry' in lookup ? lookup.entry : undefined
  return entry !== undefined && !entry.multi
}
