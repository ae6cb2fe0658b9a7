import { isIP } from 'node:net'
import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atValue, ownSetting } from '../../readers/kolla_ansible/problem.js'
import { EXAMPLE } from './shared/example.js'
import { VIPS } from './shared/vip-rules.js'

export default defineRule<Deployment>({
  id: 'kolla_ansible/invalid-vip-address',
  severity: 'error',
  summary: 'a virtual address is no IP address',
  help: 'Keepalived puts kolla_internal_vip_address and kolla_external_vip_address onto an interface as they are, with a prefix length that kolla-ansible adds. A host name, or an address with a prefix length, is none. Names go into kolla_internal_fqdn and kolla_external_fqdn.',
  example: {
    bad: EXAMPLE.replace('10.10.10.254', 'cloud.example.com'),
    good: EXAMPLE,
  },
  *check(deployment) {
    for (const name of VIPS) {
      const setting = ownSetting(deployment, name)
      const text = deployment.values.text(name)
      if (!setting || !text || isIP(text) !== 0 || deployment.values.bool('enable_keepalived') === false)
        continue
      yield atValue(setting, `The ${name} "${text}" is no IP address.`, howToMend(name, text))
    }
  },
})

function howToMend(name: string, text: string): string {
  if (text.includes('/')) return 'Write the address without its prefix length.'
  if (/^[\d.]+$/.test(text)) return 'Correct the address.'
  return `Write an address, and the name into ${name.replace('vip_address', 'fqdn')}.`
}
