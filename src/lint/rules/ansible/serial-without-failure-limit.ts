import { asScalar, asSequence, type YamlNode } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { PLAY } from './shared/examples.js'

export default defineRule<Project>({
  id: 'ansible/serial-without-failure-limit',
  severity: 'warning',
  summary: 'a rolling play continues with the next batch after a host fails',
  help: 'With serial, Ansible stops only when all hosts of a batch fail. A new version that breaks one host of each batch is therefore rolled out to all batches. Set max_fail_percentage: 0, any_errors_fatal: true or serial: 1 to stop at the first host that fails.',
  example: {
    bad: PLAY.replace('control\n', 'control\n  serial: 2\n'),
    good: PLAY.replace('control\n', 'control\n  serial: 2\n  max_fail_percentage: 0\n'),
  },
  check({ plays }, report) {
    for (const { file, entries } of plays) {
      const serial = entries.get('serial')
      if (!serial || entries.has('max_fail_percentage') || entries.has('any_errors_fatal')) continue
      const batches = asSequence(serial.value)?.items ?? [serial.value]
      if (!batches.some(isMoreThanOne)) continue
      report(
        { file, range: serial.keyRange },
        'The play continues with the next batch when some hosts of a batch fail.',
        'Add `max_fail_percentage: 0` or `any_errors_fatal: true`.',
      )
    }
  },
})

/** Whether a batch is certainly able to hold more than one host. */
function isMoreThanOne(batch: YamlNode): boolean {
  const text = asScalar(batch)?.text ?? ''
  return text.endsWith('%') || Number(text) > 1
}
