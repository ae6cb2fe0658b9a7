import { defineRule } from '../../engine/rule.js'
import type { Known } from '../../facts/openstack_ansible.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { goneFrom, orSayRelease } from '../../readers/openstack_ansible/names.js'
import { example } from './shared/variable-rules.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/removed-variable',
  severity: 'notice',
  summary: 'a variable is not read by this release any more',
  help: 'Variables come and go with the releases; what one release does not read any more is left out without a word, and the default of whatever took its place counts. It is a warning once the release is known (openstack_release in changeover.yml). The release notes of openstack-ansible say what to set instead.',
  example: example('horizon_enable_ssl: true\n', 'horizon_user_ssl_cert: /etc/ssl/horizon.crt\n'),
  *check({ variables, known }) {
    for (const [name, settings] of variables.settings) {
      const span = known.reads(name) ? undefined : known.elsewhere('variables', name)
      if (!span) continue
      for (const { file, entry } of settings) {
        yield { file, range: entry.keyRange, ...goneVariable(known, name, span) }
      }
    }
  },
})

function goneVariable(known: Known, name: string, span: readonly [string, string]) {
  const severity = known.isAssumed ? ('notice' as const) : ('warning' as const)
  const { message } = goneFrom(known, `the variable "${name}"`, span)
  return { message, severity, help: orSayRelease('Remove it, or set what took its place.', known) }
}
