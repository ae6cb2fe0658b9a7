import { declaredRule } from '../../engine/declared.js'
import { nameUses } from '../../readers/ansible/name-uses.js'
import { INVENTORY, PLAY } from './shared/examples.js'

export default declaredRule({
  id: 'ansible/unknown-hosts',
  severity: 'error',
  summary: 'a play is for a group or a host that is probably misspelled',
  help: 'Ansible skips a play whose hosts match nothing: it prints a warning, and the run succeeds. The rule reports a name that is one typo away from a group or a host in an inventory of the repository. The finding is an error, or a warning when another play is for that group or host. Other unknown names are not reported, because they may be in an inventory that is kept elsewhere.',
  example: {
    bad: { 'inventory/hosts': INVENTORY, 'site.yml': PLAY.replace('control', 'contorl') },
    good: { 'inventory/hosts': INVENTORY, 'site.yml': PLAY },
  },
  uses: nameUses,
  reports: 'unknown_hosts',
  describe: ({ name, meant, isMeantUsed }) => ({
    message: `No inventory has a group or a host "${name}", so Ansible skips it.`,
    help: `Did you mean "${meant}"?`,
    severity: isMeantUsed ? 'warning' : undefined,
  }),
})
