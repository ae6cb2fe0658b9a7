import { isIP } from 'node:net'
import { defineRule } from '../../engine/rule.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { EXAMPLE } from './shared/example.js'
import { VIRTUAL_ADDRESSES } from './shared/virtual-addresses.js'

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/invalid-vip-address',
  severity: 'error',
  summary: 'a virtual address is not an IP address',
  help: 'Keepalived assigns kolla_internal_vip_address and kolla_external_vip_address to an interface, with a prefix length that kolla-ansible adds. Write an IP address without a prefix length. Host names belong in kolla_internal_fqdn and kolla_external_fqdn.',
  example: { bad: EXAMPLE.replace('10.10.10.254', 'cloud.example.com'), good: EXAMPLE },
  check({ values, ownSetting }, report) {
    if (values.bool('enable_keepalived') === false) return
    for (const name of VIRTUAL_ADDRESSES) {
      const setting = ownSetting(name)
      const text = values.text(name)
      if (!setting || !text || isIP(text) !== 0) continue
      report(setting, `${name} "${text}" is not a valid IP address.`, remedy(name, text))
    }
  },
})

function remedy(name: string, text: string): string {
  if (text.includes('/')) return 'Remove the prefix length.'
  if (/^[\d.]+$/.test(text)) return 'Correct the address.'
  return `Write an IP address, and set ${name.replace('vip_address', 'fqdn')} to the name.`
}
