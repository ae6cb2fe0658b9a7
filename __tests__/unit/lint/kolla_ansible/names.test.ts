import { describe, expect, test } from '@jest/globals'
import { findings, findingsOf } from './findings.js'

describe('misspelled variables', () => {
  test.each([
    ['enable_neutron_provider_network: true', 'enable_neutron_provider_networks'],
    ['neutron_exernal_interface: eth1', 'neutron_external_interface'],
    ['kolla_interal_vip_address: 10.0.0.1', 'kolla_internal_vip_address'],
    ['neutron_plugin_agnet: ovn', 'neutron_plugin_agent'],
    ['enable_promehteus: true', 'enable_prometheus'],
    ['enable_cinderbackup: true', 'enable_cinder_backup'],
    ['enable_prometheus_external_ceph_mgr_exporter: true', 'enable_prometheus_ceph_mgr_exporter'],
  ])('%s', async (line, meant) => {
    const own = `${meant}:`
    const found = (await findingsOf([line])).filter((text) => !text.includes(own))
    expect(found.filter((text) => text.startsWith('warning misspelled-variable'))).toHaveLength(
      // the example already sets two of these correctly
      ['neutron_external_interface', 'kolla_internal_vip_address'].includes(meant) ? 0 : 1,
    )
  })

  test('are reported at the name, with the variable that was meant', async () => {
    expect(await findingsOf(['enable_promehteus: true'])).toEqual([
      'warning misspelled-variable etc/kolla/globals.yml:9:1 Nothing reads the variable "enable_promehteus". Did you mean "enable_prometheus"?',
    ])
  })

  test.each([
    ['a name of the user', ['site_name: one']],
    ['a name with a different word', ['nova_rack_port: 1']],
    ['a name with a different number', ['neutron_bridge_name2: br-ex2']],
    ['a name with a different short word', ['enable_etc: true']],
    ['a name beside the correct one', ['enable_prometheus: true', 'enable_promehteus: true']],
    ['a name that the repository uses', ['enable_promehteus: true', 'site_x: "{{ enable_promehteus }}"']],
    ['a name that only roles mention', ['kolla_internal_address: 10.0.0.1']],
  ])('%s is not reported', async (_what, lines) => {
    expect(await findingsOf(lines)).toEqual([])
  })

  test('a name that a playbook uses is not reported', async () => {
    const playbook = '- hosts: all\n  tasks:\n    - ansible.builtin.ping:\n      when: enable_promehteus\n'
    expect(await findingsOf(['enable_promehteus: true'], { 'site.yml': playbook })).toEqual([])
  })

  test("include kayobe's own", async () => {
    const found = await findings({
      'etc/kayobe/kolla.yml':
        'kolla_enable_cindr: true\nkolla_enable_barbicann: true\nkolla_enable_magnum: true\n',
    })
    expect(found).toEqual([
      'warning misspelled-variable etc/kayobe/kolla.yml:1:1 Nothing reads the variable "kolla_enable_cindr". Did you mean "kolla_enable_cinder"?',
      'warning misspelled-variable etc/kayobe/kolla.yml:2:1 Nothing reads the variable "kolla_enable_barbicann". Did you mean "kolla_enable_barbican"?',
    ])
  })
})

describe('removed variables', () => {
  test('are reported with their replacement', async () => {
    expect(await findingsOf(['ironic_dnsmasq_dhcp_range: 10.0.0.10,10.0.0.20'])).toEqual([
      'warning removed-variable etc/kolla/globals.yml:9:1 The variable "ironic_dnsmasq_dhcp_range" was removed after yoga: nothing in 2025.1 reads it. Set ironic_dnsmasq_dhcp_ranges instead, a list of mappings with `range`.',
    ])
  })

  test('are an error from the release on whose prechecks refuse them', async () => {
    const redis = (release: string) => findingsOf([`openstack_release: "${release}"`, 'enable_redis: true'])
    expect(await redis('2025.1')).toEqual([])
    const [found] = await redis('2025.2')
    expect(found).toMatch(
      /^error removed-variable .*"enable_redis" was removed in 2025.2: the prechecks of 2025.2 refuse it/,
    )
    expect(found).toContain('Set enable_valkey instead')
  })

  test('are a notice when the switch is off', async () => {
    const [found] = await findingsOf(['enable_skydive: "no"'])
    expect(found).toMatch(/^notice removed-variable/)
  })

  test('say that the release is assumed', async () => {
    const [found] = await findingsOf(['openstack_release: "{{ release }}"', 'kolla_install_type: source'])
    expect(found).toMatch(/^warning removed-variable .*\(assumed\)/)
  })

  test.each([
    ['a variable of a release without facts', ['openstack_release: train', 'enable_skydive: true']],
    ['a variable that moved to another collection', ['docker_http_proxy: "http://proxy:3128"']],
    ['a variable that the release still has', ['enable_influxdb: false', 'openstack_release: "2024.1"']],
  ])('%s is not reported', async (_what, lines) => {
    expect(await findingsOf(lines)).toEqual([])
  })
})
