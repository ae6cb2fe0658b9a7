import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atValue, ownSetting } from '../../readers/kolla_ansible/problem.js'
import { EXAMPLE } from './shared/example.js'
import { VIPS } from './shared/vip-rules.js'

export default defineRule<Deployment>({
  id: 'kolla_ansible/one-sided-tls',
  severity: 'error',
  summary: 'one virtual address has TLS for one of its two networks only',
  help: 'With a single virtual address the internal and the external endpoints are the same sockets: HAProxy cannot speak TLS on one and plain HTTP on the other. `kolla-ansible prechecks` fails. Switch TLS on for both, or give the external network an address of its own.',
  example: {
    bad: `${EXAMPLE}kolla_enable_tls_external: true\n`,
    good: `${EXAMPLE}kolla_enable_tls_external: true\nkolla_enable_tls_internal: true\n`,
  },
  *check(deployment) {
    const { values } = deployment
    const [external, internal] = ['external', 'internal'].map((side) =>
      values.bool(`kolla_enable_tls_${side}`),
    )
    const [vip, other] = VIPS.map((name) => values.text(name))
    const setting = ownSetting(deployment, 'kolla_enable_tls_external', 'kolla_enable_tls_internal', ...VIPS)
    if (!setting || external === undefined || internal === undefined || external === internal) return
    if (!vip || vip !== other) return
    const [on, off] = external ? ['external', 'internal'] : ['internal', 'external']
    yield atValue(
      setting,
      `TLS is on for the ${on} network and off for the ${off} one, and both have the address ${vip}.`,
      `Set kolla_enable_tls_${off} to yes, or give kolla_external_vip_address an address of its own.`,
    )
  },
})
