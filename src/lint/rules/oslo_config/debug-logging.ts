import { defineRule } from '../../engine/rule.js'
import { atValue, type ConfigFiles, isTrue } from '../../readers/oslo_config/config.js'

export default defineRule<ConfigFiles>({
  id: 'oslo_config/debug-logging',
  severity: 'notice',
  summary: 'debug logging is on',
  help: 'With debug on, services log every request with its headers and body. The logs fill the disk, and contain data that not everyone who reads logs should see. Only the first file with debug on is reported. Turn debug on while you look for a problem, then turn it off.',
  example: {
    bad: '[DEFAULT]\ndebug = true\n',
    good: '[DEFAULT]\ndebug = false\n',
  },
  check({ options }, report) {
    const found = options.find(
      ({ section, name, value }) => section.group === 'DEFAULT' && name === 'debug' && isTrue(value),
    )
    if (!found) return
    report(
      atValue(found),
      `Debug logging is on in ${found.source.title}.`,
      'Set debug to false, or remove the option.',
    )
  },
})
