import { isBefore } from '../../../openstack/releases.js'
import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atValue, ownSetting } from '../../readers/kolla_ansible/problem.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'kolla_ansible/invalid-neutron-dns-domain',
  severity: 'error',
  summary: 'neutron_dns_domain does not end with a period',
  help: "With DNS integration, which comes with enable_designate, Neutron publishes names below neutron_dns_domain. It has to be a domain of one's own and end with a period; `kolla-ansible prechecks` fails with any other, the default `openstacklocal` included.",
  example: {
    bad: `${EXAMPLE}enable_designate: true\nneutron_dns_domain: cloud.example.com\n`,
    good: `${EXAMPLE}enable_designate: true\nneutron_dns_domain: cloud.example.com.\n`,
  },
  *check(deployment) {
    const { values, release } = deployment
    const setting = ownSetting(
      deployment,
      'neutron_dns_domain',
      'neutron_dns_integration',
      'enable_designate',
    )
    if (!setting || !release || isBefore(release.release, '2024.1')) return
    if (values.bool('neutron_dns_integration') !== true || values.bool('enable_neutron') === false) return
    const domain = values.text('neutron_dns_domain')
    if (domain === undefined || (domain.endsWith('.') && domain !== '.')) return
    const isDefault = setting.name !== 'neutron_dns_domain'
    yield atValue(
      setting,
      isDefault
        ? `DNS integration is on, and neutron_dns_domain still is "${domain}".`
        : `The neutron_dns_domain "${domain}" does not end with a period.`,
      isDefault ? 'Set neutron_dns_domain, for example to "cloud.example.com.".' : `Write "${domain}.".`,
    )
  },
})
