import { declaredRule } from '../../engine/declared.js'
import { nearest } from '../../engine/speller.js'
import { MEANT_GROUPS } from '../../readers/openstack_ansible/groups.js'
import { groupUses } from '../../readers/openstack_ansible/uses.js'
import { EXAMPLE } from './shared/example.js'
import { orSetRelease } from './shared/removed.js'

export default declaredRule({
  id: 'openstack_ansible/unknown-group',
  severity: 'error',
  summary: 'nothing is deployed to the hosts of an unknown group',
  help: 'openstack-ansible deploys services to the hosts of groups that it knows or that env.d adds. It ignores hosts in any other group without a message. This is an error if the name is a typo of a group or the name of a service. For other names it is a warning if some of the hosts are in no known group.',
  example: { bad: EXAMPLE.replace('compute_hosts', 'compute_host'), good: EXAMPLE },
  uses: groupUses,
  reports: ['misspelled', 'generated', 'unknown'],
  describe: (use, { known }) => {
    const { key, name } = use.group
    if (use.verdict === 'misspelled') {
      return {
        message: `openstack-ansible ${known.release} does not find the group "${key}": it spells it "${use.spelled}".`,
        help: orSetRelease(`Write ${use.spelled}.`, known),
        severity: known.isAssumed ? 'warning' : 'error',
      }
    }
    if (use.verdict === 'generated') {
      return {
        message: `The inventory generator creates the group "${key}" itself.`,
        help: 'Remove it.',
      }
    }
    const message = `There is no group "${key}", so nothing is deployed to its hosts.`
    if (use.meant) return { message, help: `Did you mean "${known.spelled(use.meant)}"?` }
    const deploying = MEANT_GROUPS.get(name)
    if (deploying) return { message, help: `Use the group "${known.spelled(deploying)}".` }
    if (!name.endsWith('_hosts') || use.isLeftover) return undefined
    const near = nearest(name, known.groups)
    const hint = near ? `Did you mean "${known.spelled(near)}"? ` : ''
    return {
      message,
      help: `${hint}Also list its hosts in a known group, or define the group in env.d.`,
      severity: 'warning',
    }
  },
})
