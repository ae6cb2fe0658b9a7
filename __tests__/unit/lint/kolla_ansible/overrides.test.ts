import { describe, expect, test } from '@jest/globals'
import { findings, findingsOf } from './findings.js'

const rules = (found: readonly string[]) => found.map((text) => text.split(' ').slice(0, 2).join(' '))
const file = (path: string) => ({ [`etc/kolla/config/${path}`]: '[DEFAULT]\n' })

describe('paths of overrides', () => {
  test.each([
    'nova.conf',
    'nova/nova-compute.conf',
    'nova/compute-1.example.com/nova.conf',
    'neutron/ml2_conf.ini',
    'neutron/network01/ml2_conf.ini',
    'global.conf',
    'galera.cnf',
    'nova/policy.yaml',
    'glance/site-a.conf',
    'prometheus/prometheus.yml.d/50-extra.yml',
    'prometheus/extras/deep/er/any.yml',
    'fluentd/output/00-local.conf',
    'haproxy/services.d/more.cfg',
    'keystone/domains/keystone.example.conf',
    'notes/of/ours.conf',
    'README.md',
  ])('%s is fine', async (path) => {
    expect(await findingsOf([], file(path))).toEqual([])
  })

  test.each([
    ['nova/nova_compute.conf', 'nova/nova-compute.conf'],
    ['neutron/ml2-conf.ini', 'neutron/ml2_conf.ini'],
    ['neutron/ml2_conf.conf', 'neutron/ml2_conf.ini'],
    ['keystone.cfg', 'keystone.conf'],
    ['ml2_conf.ini', 'neutron/ml2_conf.ini'],
    ['nova/policy.yml', 'nova/policy.yaml'],
    ['nova/Nova-compute.conf', 'nova/nova-compute.conf'],
    ['cinder/cinder-volumes.conf', 'cinder/cinder-volume.conf'],
    ['keystones.conf', 'keystone.conf'],
  ])('%s is meant for %s', async (path, meant) => {
    const found = await findingsOf([], file(path))
    expect(rules(found)).toEqual(['error unknown-override'])
    expect(found[0]).toContain(`etc/kolla/config/${path}:1:1`)
    expect(found[0]).toContain(`Did you mean "${meant}"?`)
  })

  test('an unknown file in the folder of a service is a warning', async () => {
    const found = await findingsOf([], file('keystone/tuning.conf'))
    expect(rules(found)).toEqual(['warning unknown-override'])
  })

  test('a misspelled path is a warning when the release is assumed', async () => {
    const found = await findingsOf(['openstack_release: "{{ release }}"'], file('nova/nova_compute.conf'))
    expect(rules(found)).toEqual(['warning unknown-override'])
  })

  test('nothing is reported when node_custom_config names another folder', async () => {
    expect(await findingsOf(['node_custom_config: /srv/config'], file('nova/nova_compute.conf'))).toEqual([])
  })

  test('the folders of kayobe and OSISM are checked', async () => {
    const found = await findings({
      'etc/kayobe/openstack.yml': 'openstack_release: "2025.1"\n',
      'etc/kayobe/environments/dev/globals.yml': 'os_distribution: rocky\n',
      'etc/kayobe/kolla/config/nova/nova_compute.conf': '[DEFAULT]\n',
      'etc/kayobe/environments/dev/kolla/config/nova/nova_conductor.conf': '[DEFAULT]\n',
      'environments/kolla/configuration.yml': 'enable_heat: true\n',
      'environments/kolla/files/overlays/heat/heat_api.conf': '[DEFAULT]\n',
    })
    expect(rules(found)).toEqual(Array(3).fill('error unknown-override'))
  })
})

test('a file that replaces the template is a notice', async () => {
  const found = await findingsOf([], {
    ...file('haproxy/haproxy_main.cfg'),
    ...file('barbican/barbican-api-paste.ini'),
  })
  expect(rules(found)).toEqual(['notice override-replaces-template', 'notice override-replaces-template'])
})

test('an override beside globals.yml is a warning', async () => {
  const found = await findingsOf([], {
    'etc/kolla/neutron/ml2_conf.ini': '[ml2]\n',
    'etc/kolla/nova-compute/nova.conf': '[DEFAULT]\n',
    'etc/kolla/nova.conf': '[DEFAULT]\n',
  })
  expect(rules(found)).toEqual(['warning misplaced-override'])
  expect(found[0]).toContain('Move it to "config/neutron/ml2_conf.ini".')
})
