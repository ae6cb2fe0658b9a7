import { describe, expect, test } from '@jest/globals'
import { shippedFacts } from '../../../../src/lint/facts/facts.js'
import type { ServiceFacts } from '../../../../src/lint/facts/oslo_config.js'
import { isOsloConfig } from '../../../../src/lint/readers/oslo_config/recognize.js'
import {
  SERVICES,
  serviceOfFile,
  serviceOfOverrides,
} from '../../../../src/lint/readers/oslo_config/services.js'
import { RELEASES } from '../../../../src/openstack/releases.js'

describe('the service that reads a file', () => {
  test.each([
    ['config/nova.conf', 'nova'],
    ['config/nova/compute-1/nova-compute.conf', 'nova'],
    ['etc/keystone/domains/keystone.example.conf', 'keystone'],
    ['config/neutron/ml2_conf.ini', 'neutron'],
    ['neutron/plugins/ml2/openvswitch_agent.ini', 'neutron'],
    ['neutron_ovn_metadata_agent.ini', 'neutron'],
    ['ironic-inspector.conf', 'ironic_inspector'],
    ['ironic_neutron_agent.ini', 'neutron'],
    ['ironic.conf', 'ironic'],
    ['masakari-monitors.conf', undefined],
    ['neutron_ovn_bgp_agent.ini', undefined],
    ['api-paste.ini', undefined],
    ['nova-api-uwsgi.ini', undefined],
    ['novation.conf', undefined],
    ['config/global.conf', undefined],
  ])('%s', (path, service) => expect(serviceOfFile(path)).toBe(service))

  test.each([
    ['nova_nova_conf_overrides', 'nova'],
    ['neutron_ml2_conf_ini_overrides', 'neutron'],
    ['barbican_config_overrides', 'barbican'],
    ['glance_glance_api_conf_overrides', 'glance'],
    ['nova_policy_overrides', undefined],
    ['nova_api_paste_ini_overrides', undefined],
    ['nova_api_uwsgi_ini_overrides', undefined],
    ['nova_scheduler_init_config_overrides', undefined],
    ['ceph_conf_overrides', undefined],
  ])('%s', (variable, service) => expect(serviceOfOverrides(variable)).toBe(service))
})

describe('the files that oslo.config reads', () => {
  test.each([
    ['nova.conf', '[DEFAULT]\ndebug = true\n', true],
    ['nova.conf', '[DEFAULT\ndebug = true\n', true],
    ['etc/nova/nova.conf', 'debug = true\n', true],
    ['zun.conf', '[api]\nport = 1\n', true],
    ['config/global.conf', '[oslo_policy]\nenforce_scope = true\n', true],
    ['service.conf', '[keystone_authtoken]\nauth_url = http://a\n', true],
    ['keystone.conf', '<VirtualHost *:5000>\n[x]\n</VirtualHost>\n', false],
    ['barbican-api.ini', '[uwsgi]\nsocket = :9311\n', false],
    ['logrotate.d/nova.conf', '"/var/log/nova/*.log"\n{\n}\n', false],
    ['grafana.ini', '[smtp]\nenabled = true\n', false],
    ['hosts.ini', '[nova]\nhost1\n[neutron]\nhost2\n', false],
    ['ceph.conf', '[global]\nfsid = 1\n', false],
    ['api-paste.ini', '[filter:authtoken]\npaste.filter_factory = x\n', false],
    ['nova.yml', '[DEFAULT]\n', false],
  ])('%s %j: %s', (path, text, expected) => expect(isOsloConfig(path, text)).toBe(expected))
})

describe.each(SERVICES)('the facts of %s', (service) => {
  test('exist for each release, and are complete', () => {
    for (const release of RELEASES) {
      const facts = shippedFacts(release).part<ServiceFacts>(`oslo_config/${service}`)
      const groups = Object.values(facts.groups)
      expect(facts.source).toMatch(/^[a-z-]+ \d+\.\d/)
      expect(Object.keys(facts.groups.DEFAULT ?? {}).length).toBeGreaterThan(20)
      const entries = groups.flatMap((options) => Object.values(options))
      const types = entries.map((entry) => (typeof entry === 'number' ? entry : entry.type))
      expect(types.every((type) => facts.types[type])).toBe(true)
      for (const [group, name] of Object.values(facts.renamed).flatMap((names) => Object.values(names))) {
        expect(facts.groups[group]).toHaveProperty([name])
      }
    }
  })
})
