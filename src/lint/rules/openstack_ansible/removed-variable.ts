import { declaredRule } from '../../engine/declared.js'
import { variableUses } from '../../readers/openstack_ansible/uses.js'
import { besideMain } from './shared/example.js'
import { removedWords } from './shared/removed.js'

export default declaredRule({
  id: 'openstack_ansible/removed-variable',
  severity: 'notice',
  summary: 'only other OpenStack releases use the variable',
  help: 'openstack-ansible ignores variables that the release does not use, without a message, and the default of the variable that replaces it takes effect. This is a warning if the OpenStack release is known (openstack_release in changeover.yml). The release notes of openstack-ansible tell what to set instead.',
  example: besideMain(
    'user_variables.yml',
    'horizon_enable_ssl: true\n',
    'horizon_user_ssl_cert: /etc/ssl/horizon.crt\n',
  ),
  uses: variableUses,
  reports: 'removed',
  describe: ({ name, span }, { known }) => ({
    ...removedWords(known, `the variable "${name}"`, span, 'Remove it, or set its replacement.'),
    severity: known.isAssumed ? 'notice' : 'warning',
  }),
})
