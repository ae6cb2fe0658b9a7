import { isBefore } from '../../../openstack/releases.js'
import { defineRule } from '../../engine/rule.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/invalid-neutron-dns-domain',
  severity: 'error',
  summary: 'neutron_dns_domain does not end with a period',
  help: 'With DNS integration, which enable_designate turns on, Neutron publishes names in neutron_dns_domain. `kolla-ansible prechecks` fails unless this is your own domain and ends with a period; the default, `openstacklocal`, fails too.',
  example: {
    bad: `${EXAMPLE}enable_designate: true\nneutron_dns_domain: cloud.example.com\n`,
    good: `${EXAMPLE}enable_designate: true\nneutron_dns_domain: cloud.example.com.\n`,
  },
  check({ values, release, ownSetting }, report) {
    const setting = ownSetting('neutron_dns_domain', 'neutron_dns_integration', 'enable_designate')
    if (!setting || !release || isBefore(release.release, '2024.1')) return
    if (values.bool('neutron_dns_integration') !== true || values.bool('enable_neutron') === false) return
    const domain = values.text('neutron_dns_domain')
    if (domain === undefined || (domain.endsWith('.') && domain !== '.')) return
    if (setting.name === 'neutron_dns_domain')
      report(setting, `neutron_dns_domain "${domain}" does not end with a period.`, `Write "${domain}.".`)
    else
      report(
        setting,
        `DNS integration is on, but neutron_dns_domain has its default, "${domain}".`,
        'Set neutron_dns_domain, for example to "cloud.example.com.".',
      )
  },
})
