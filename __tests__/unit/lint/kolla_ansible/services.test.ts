import { describe, expect, test } from '@jest/globals'
import { findings, findingsOf } from './findings.js'

const rules = (found: readonly string[]) => found.map((text) => text.split(' ').slice(0, 2).join(' '))
const OFF = 'enable_cinder_backend_lvm: false'

describe('backends of Cinder', () => {
  test.each([
    [[OFF], ['error cinder-without-backend']],
    [[OFF, 'cinder_backend_ceph: yes'], []],
    [[OFF, 'enable_cinder_backend_nfs: "yes"'], []],
    [[OFF, 'enable_cinder_backend_nfs: "{{ site_nfs }}"'], []],
    [[OFF, 'skip_cinder_backend_check: true'], []],
    [[OFF, 'enable_cinder: "{{ storage }}"'], []],
    [[OFF, 'enable_cinder: false'], []],
  ])('%j', async (lines, expected) => {
    expect(rules(await findingsOf(lines))).toEqual(expected)
  })

  test('a later file may enable a backend', async () => {
    expect(
      await findingsOf([OFF], { 'etc/kolla/globals.d/ceph.yml': 'cinder_backend_ceph: true\n' }),
    ).toEqual([])
  })

  test('a file that cannot be read may enable a backend', async () => {
    const vault = '$ANSIBLE_VAULT;1.1;AES256\n6162\n'
    expect(await findingsOf([OFF], { 'etc/kolla/globals.d/ceph.yml': vault })).toEqual([])
  })

  test('the last file that sets a variable wins and is reported', async () => {
    const found = await findingsOf(['cinder_backend_ceph: false'], {
      'etc/kolla/globals.d/10-a.yml': 'enable_cinder: false\n',
      'etc/kolla/globals.d/20-b.yml': `enable_cinder: true\n${OFF}\n`,
    })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('error cinder-without-backend etc/kolla/globals.d/20-b.yml:1:16')
  })
})

describe('services that need each other', () => {
  test.each([
    [['enable_octavia: yes'], ['error missing-service']],
    [['enable_octavia: yes', 'enable_valkey: yes'], []],
    [['enable_octavia: yes', 'enable_redis: yes'], []],
    [
      ['enable_octavia: yes', 'enable_redis: yes', 'openstack_release: "2025.2"'],
      ['error missing-service', 'error removed-variable'],
    ],
    [['enable_octavia: yes', 'octavia_provider_drivers: "ovn:OVN"', 'neutron_plugin_agent: ovn'], []],
    [['enable_ceilometer: yes', 'enable_gnocchi: no'], ['error missing-service']],
    [['enable_ceilometer: yes', 'enable_ceilometer_prometheus_pushgateway: yes'], []],
    [['enable_nova: yes', 'enable_placement: no'], ['warning missing-service']],
    [['enable_trove: yes'], []],
    [['enable_trove: yes', 'enable_cinder: no'], ['warning missing-service']],
    [['enable_ironic: yes', 'enable_nova: no'], []],
  ])('%j', async (lines, expected) => {
    expect(rules(await findingsOf(lines)).sort()).toEqual([...expected].sort())
  })

  test("kayobe and OSISM do not have kolla-ansible's defaults", async () => {
    expect(
      await findings({
        'etc/kayobe/kolla.yml': 'kolla_enable_octavia: true\nkolla_enable_cinder: true\n',
        'environments/kolla/configuration.yml': 'enable_octavia: true\nenable_cinder: true\n',
      }),
    ).toEqual([])
  })

  test("values in kayobe's files count", async () => {
    const found = await findings({
      'etc/kayobe/kolla.yml': 'kolla_enable_ceilometer: true\nkolla_enable_gnocchi: false\n',
      'etc/kayobe/kolla/globals.yml':
        'enable_ceilometer_prometheus_pushgateway: false\nenable_ceilometer: true\n',
    })
    expect(rules(found)).toEqual(['error missing-service'])
  })
})
