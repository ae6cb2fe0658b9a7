import { defineRule } from '../../engine/rule.js'
import type { ConfigFiles } from '../../readers/oslo_config/config.js'

export default defineRule<ConfigFiles>({
  id: 'oslo_config/option-before-section',
  severity: 'error',
  summary: 'an option precedes the first section',
  help: 'oslo.config refuses a file that has an option before the first section header, and the service does not start. Options that belong to no other section go under [DEFAULT], which needs a header like any other section.',
  example: {
    bad: 'host = compute-1\n\n[libvirt]\nvirt_type = kvm\n',
    good: '[DEFAULT]\nhost = compute-1\n\n[libvirt]\nvirt_type = kvm\n',
  },
  check({ files }, report) {
    for (const { path: file, ini } of files) {
      for (const { kind, range, text } of ini.problems) {
        if (kind !== 'no-section') continue
        report(
          { file, range },
          `The option "${text}" precedes the first section.`,
          'Add the header of its section above it, for example [DEFAULT].',
        )
      }
    }
  },
})
