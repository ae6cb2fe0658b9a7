import { defineRule } from '../../engine/rule.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { EXAMPLE } from './shared/example.js'
import { VIRTUAL_ADDRESSES } from './shared/virtual-addresses.js'

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/one-sided-tls',
  severity: 'error',
  summary: 'a virtual address that serves two networks has TLS for only one of them',
  help: 'With a single virtual address, the internal and the external endpoints share their sockets, and HAProxy cannot serve both TLS and plain HTTP on one socket. `kolla-ansible prechecks` fails. Enable TLS for both networks, or give the external network its own address.',
  example: {
    bad: `${EXAMPLE}kolla_enable_tls_external: true\n`,
    good: `${EXAMPLE}kolla_enable_tls_external: true\nkolla_enable_tls_internal: true\n`,
  },
  check({ values, ownSetting }, report) {
    const external = values.bool('kolla_enable_tls_external')
    const internal = values.bool('kolla_enable_tls_internal')
    const [address, other] = VIRTUAL_ADDRESSES.map((name) => values.text(name))
    const setting = ownSetting('kolla_enable_tls_external', 'kolla_enable_tls_internal', ...VIRTUAL_ADDRESSES)
    if (!setting || external === undefined || internal === undefined || external === internal) return
    if (!address || address !== other) return
    const [on, off] = external ? ['external', 'internal'] : ['internal', 'external']
    report(
      setting,
      `TLS is on for the ${on} network and off for the ${off} one, but both use the address ${address}.`,
      `Set kolla_enable_tls_${off} to yes, or give kolla_external_vip_address its own address.`,
    )
  },
})
