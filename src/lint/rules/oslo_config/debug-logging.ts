import { defineRule } from '../../engine/rule.js'
import type { Environment } from '../../readers/oslo_config/config.js'
import { isTrue, optionsOf } from './shared/cloud-rules.js'

export default defineRule<Environment>({
  id: 'oslo_config/debug-logging',
  severity: 'notice',
  summary: 'Debug messages that are left on',
  help: 'With debug on, services log every request with its headers and bodies, some of which hold what not everybody should read, and fill their disks. It is said once, for the first of the files. Turn it on for the time of a search, and off again.',
  example: {
    bad: '[DEFAULT]\ndebug = true\n',
    good: '[DEFAULT]\ndebug = false\n',
  },
  check({ files }, report) {
    for (const file of files) {
      const found = optionsOf(file, 'DEFAULT', 'debug').find(({ ini }) => isTrue(ini.value))
      if (!found) continue
      report(
        { file: file.path, range: found.ini.valueRange },
        `Debug messages are on in ${file.title}.`,
        'Set debug to false when the search is over.',
      )
      return
    }
  },
})
