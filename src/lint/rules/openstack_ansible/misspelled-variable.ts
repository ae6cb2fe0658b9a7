import { declaredRule } from '../../engine/declared.js'
import { variableUses } from '../../readers/openstack_ansible/uses.js'
import { besideMain } from './shared/example.js'

export default declaredRule({
  id: 'openstack_ansible/misspelled-variable',
  severity: 'warning',
  summary: 'a variable that nothing uses is almost the name of a known variable',
  help: 'Ansible accepts any variable, so it ignores a misspelled one without a message, and the default stays in effect. A variable is reported if neither openstack-ansible and its roles nor anything in the repository uses it, and one word of its name differs from a known variable by a letter or two.',
  example: besideMain(
    'user_variables.yml',
    'nova_cpu_allocation_raito: 4.0\n',
    'nova_cpu_allocation_ratio: 4.0\n',
  ),
  uses: variableUses,
  reports: 'misspelled',
  describe: ({ name, meant }, { known }) => ({
    message: `openstack-ansible ${known.release} does not use the variable "${name}".`,
    help: `Did you mean "${meant}"?`,
  }),
})
