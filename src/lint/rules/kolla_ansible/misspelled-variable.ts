import { declaredRule } from '../../engine/declared.js'
import { variableUses } from '../../readers/kolla_ansible/variable-uses.js'
import { EXAMPLE } from './shared/example.js'

export default declaredRule({
  id: 'kolla_ansible/misspelled-variable',
  severity: 'warning',
  summary: 'a variable that nothing reads has nearly the name of a real one',
  help: "Ansible accepts any variable and does not warn when nothing reads it. If neither kolla-ansible's roles nor the repository itself use a name, and one of its words differs from that of a real variable by a letter or two, the name is a typo: the cloud is deployed with the default of the real variable.",
  example: {
    bad: `${EXAMPLE}enable_neutron_provider_network: true\n`,
    good: `${EXAMPLE}enable_neutron_provider_networks: true\n`,
  },
  uses: variableUses,
  reports: 'misspelled',
  describe: ({ name, meant }) => ({
    message: `Nothing reads the variable "${name}".`,
    help: `Did you mean "${meant}"?`,
  }),
})
