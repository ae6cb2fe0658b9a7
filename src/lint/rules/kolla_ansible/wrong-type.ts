import { declaredRule } from '../../engine/declared.js'
import { variableUses } from '../../readers/kolla_ansible/variable-uses.js'
import { EXAMPLE } from './shared/example.js'

export default declaredRule({
  id: 'kolla_ansible/wrong-type',
  severity: 'warning',
  summary: 'the type of a variable differs from that of its default',
  help: 'The roles use a variable according to the type of its default: they iterate over a list, look up keys in a mapping, or split a text at its commas. A list in place of a text stops Ansible in the middle of a deployment. A text in place of a list is iterated letter by letter.',
  example: {
    bad: EXAMPLE.replace('neutron_external_interface: eth1', 'neutron_external_interface: [eth1]'),
    good: EXAMPLE,
  },
  uses: variableUses,
  reports: 'wrong_type',
  describe: ({ name, type, expected }) => ({
    message: `The variable "${name}" is a ${type}, but its default is a ${expected}.`,
    help: `Write a ${expected}.`,
  }),
})
