import { asScalar, asSequence, type YamlNode } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { GOOD } from './shared/play-rules.js'

export default defineRule<Project>({
  id: 'ansible/serial-without-failure-limit',
  severity: 'warning',
  summary: 'a rolling play goes on with the next batch after a host has failed',
  help: 'With serial, Ansible stops only when every host of a batch has failed. A new version that breaks one host of each batch is then rolled out to all of them. Set max_fail_percentage: 0 or any_errors_fatal: true, or serial: 1, and the play stops at the first host that fails.',
  example: {
    bad: GOOD.replace('control\n', 'control\n  serial: 2\n'),
    good: GOOD.replace('control\n', 'control\n  serial: 2\n  max_fail_percentage: 0\n'),
  },
  check({ plays }, report) {
    for (const { file, entries } of plays) {
      const serial = entries.get('serial')
      if (!serial || entries.has('max_fail_percentage') || entries.has('any_errors_fatal')) continue
      const batches = asSequence(serial.value)?.items ?? [serial.value]
      if (!batches.some(isMoreThanOne)) continue
      report(
        { file, range: serial.keyRange },
        'The play goes on with the next hosts when some of a batch have failed.',
        'Add  max_fail_percentage: 0  or  any_errors_fatal: true.',
      )
    }
  },
})

/** Whether a batch may hold more than one host, when that can be told. */
function isMoreThanOne(batch: YamlNode): boolean {
  const text = asScalar(batch)?.text ?? ''
  return text.endsWith('%') || Number(text) > 1
}
