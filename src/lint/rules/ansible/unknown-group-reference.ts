import { declaredRule } from '../../engine/declared.js'
import { nameUses } from '../../readers/ansible/name-uses.js'
import { INVENTORY } from './shared/examples.js'

const VARS = 'database_host: "{{ groups[\'control\'][0] }}"\n'

export default declaredRule({
  id: 'ansible/unknown-group-reference',
  severity: 'warning',
  summary: 'an expression uses a group that is probably misspelled',
  help: 'An expression such as groups["control"][0] fails in the middle of the run when the group does not exist. The rule reports a name that is one typo away from a group or a host in an inventory of the repository. A reference with a default is not reported.',
  example: {
    bad: { 'inventory/hosts': INVENTORY, 'group_vars/all.yml': VARS.replace('control', 'contorl') },
    good: { 'inventory/hosts': INVENTORY, 'group_vars/all.yml': VARS },
  },
  uses: nameUses,
  reports: 'unknown_group_reference',
  describe: ({ name, meant }) => ({
    message: `No inventory has a group "${name}", so the expression fails.`,
    help: `Did you mean "${meant}"?`,
  }),
})
