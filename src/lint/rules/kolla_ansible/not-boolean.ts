import { declaredRule } from '../../engine/declared.js'
import { variableUses } from '../../readers/kolla_ansible/variable-uses.js'
import { EXAMPLE } from './shared/example.js'

/** Texts that are meant to be true. */
const MEANT_TRUE = /^(?:y|t|enabled?|ture|yse|yes?s|treu)$/i

export default declaredRule({
  id: 'kolla_ansible/not-boolean',
  severity: 'error',
  summary: 'a switch is not a boolean',
  help: "kolla-ansible passes its switches through Ansible's filter `bool`, which accepts only yes, on, true and 1 as true. Any other text, such as `enabled` or `y`, silently counts as false, so the service is not deployed. Newer versions of Ansible stop with an error.",
  example: {
    bad: EXAMPLE.replace(
      'enable_cinder_backend_lvm: true',
      'enable_cinder_backend_lvm: true\nenable_heat: enabled',
    ),
    good: `${EXAMPLE}enable_heat: "yes"\n`,
  },
  uses: variableUses,
  reports: 'not_boolean',
  describe: ({ name, text }) => ({
    message: `The switch ${name} is ${text === undefined ? 'a list or a mapping' : `"${text}"`}, which counts as false.`,
    help: text !== undefined && MEANT_TRUE.test(text.trim()) ? 'Write true.' : 'Write true or false.',
  }),
})
