import { asScalar } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atValue } from '../../readers/kolla_ansible/problem.js'
import { EXAMPLE } from './shared/example.js'
import { SWITCH } from './shared/value-rules.js'

const BOOLEAN = /^(?:true|false|yes|no|on|off|1|0|)$/i

/** Words that YAML 1.1 and people take for true or false, and Ansible's filter does not. */
const NEARLY_TRUE = /^(?:y|t|enabled?|ture|yse|yes?s|treu)$/i

export default defineRule<Deployment>({
  id: 'kolla_ansible/not-boolean',
  severity: 'error',
  summary: 'a switch is neither on nor off',
  help: "kolla-ansible puts its switches through Ansible's filter `bool`, for which only yes, on, true and 1 are true. Any other text, such as `enabled` or `y`, counts as false without a word (newer versions of Ansible stop): the service is not deployed.",
  example: {
    bad: EXAMPLE.replace(
      'enable_cinder_backend_lvm: true',
      'enable_cinder_backend_lvm: true\nenable_heat: enabled',
    ),
    good: `${EXAMPLE}enable_heat: "yes"\n`,
  },
  *check({ written, names }) {
    for (const setting of written) {
      if (!SWITCH.test(setting.name) || !names?.has(setting.name)) continue
      const scalar = asScalar(setting.node)
      if (scalar?.tag || (scalar && (isTemplatedValue(scalar.text) || BOOLEAN.test(scalar.text.trim()))))
        continue
      if (scalar?.value === null) continue
      const written = scalar ? `"${scalar.text}"` : 'a collection'
      const isMeantTrue = scalar !== undefined && NEARLY_TRUE.test(scalar.text.trim())
      yield atValue(
        setting,
        `The switch ${setting.name} is ${written}, which counts as false.`,
        isMeantTrue ? 'Write true.' : 'Write true or false.',
      )
    }
  },
})
