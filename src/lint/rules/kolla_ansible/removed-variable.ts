import { declaredRule } from '../../engine/declared.js'
import { variableUses } from '../../readers/kolla_ansible/variable-uses.js'
import { EXAMPLE } from './shared/example.js'

export default declaredRule({
  id: 'kolla_ansible/removed-variable',
  severity: 'warning',
  summary: 'a variable is set that the release no longer has',
  help: 'kolla-ansible renames and removes variables from release to release, and Ansible does not warn: the setting is lost, and the default of its replacement applies. For some variables, such as enable_redis, `kolla-ansible prechecks` fails. The release is the one that the manifest or openstack_release names; without either, the newest known release is assumed.',
  example: { bad: `${EXAMPLE}kolla_install_type: source\n`, good: EXAMPLE },
  uses: variableUses,
  reports: 'removed',
  describe: ({ name, lastRelease, replacement, isRefused, isOff }, { release }) => {
    const since = lastRelease === undefined ? `in ${replacement?.since}` : `after ${lastRelease}`
    const target = `${release?.release}${release?.isAssumed ? ' (assumed)' : ''}`
    return {
      message: `The variable "${name}" was removed ${since}: ${
        isRefused ? `the prechecks of ${target} refuse it` : `nothing in ${target} reads it`
      }.`,
      help: replacement?.help ?? 'Remove it, or find its replacement in the release notes.',
      severity: isRefused && !release?.isAssumed ? 'error' : isOff ? 'notice' : undefined,
    }
  },
})
