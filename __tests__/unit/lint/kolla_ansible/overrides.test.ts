import { describe, expect, test } from '@jest/globals'
import { said, saidOf } from './said.js'

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
    expect(await saidOf([], file(path))).toEqual([])
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
    const found = await saidOf([], file(path))
    expect(rules(found)).toEqual(['error unknown-override'])
    expect(found[0]).toContain(`etc/kolla/config/${path}:1:1`)
    expect(found[0]).toContain(`Did you mean "${meant}"?`)
  })

  test('a folder of a service with a file that nobody looks for', async () => {
    const found = await saidOf([], file('keystone/tuning.conf'))
    expect(rules(found)).toEqual(['warning unknown-override'])
  })

  test('only a warning where the release is assumed', async () => {
    const found = await saidOf(['openstack_release: "{{ release }}"'], file('nova/nova_compute.conf'))
    expect(rules(found)).toEqual(['warning unknown-override'])
  })

  test('nothing where the folder is another one', async () => {
    expect(await saidOf(['node_custom_config: /srv/config'], file('nova/nova_compute.conf'))).toEqual([])
  })

  test('below kayobe and OSISM', async () => {
    const found = await said({
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

test('a file that takes the place of the whole', async () => {
  const found = await saidOf([], {
    ...file('haproxy/haproxy_main.cfg'),
    ...file('barbican/barbican-api-paste.ini'),
  })
  expect(rules(found)).toEqual(['notice override-replaces-template', 'notice override-replaces-template'])
})

test('a file beside the folder', async () => {
  const found = await saidOf([], {
    'etc/kolla/neutron/ml2_conf.ini': '[ml2]\n',
    'etc/kolla/nova-compute/nova.conf': '[DEFAULT]\n',
    'etc/kolla/nova.conf': '[DEFAULT]\n',
  })
  expect(rules(found)).toEqual(['warning misplaced-override'])
  expect(found[0]).toContain('Move it to "config/neutron/ml2_conf.ini".')
})
