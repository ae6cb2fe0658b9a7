import { describe, expect, test } from '@jest/globals'
import { said, saidOf } from './said.js'

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
    const found = (await saidOf([line])).filter((text) => !text.includes(own))
    expect(found.filter((text) => text.startsWith('warning misspelled-variable'))).toHaveLength(
      // the example sets two of these itself, so nothing was forgotten
      ['neutron_external_interface', 'kolla_internal_vip_address'].includes(meant) ? 0 : 1,
    )
  })

  test('is reported at the name, with what was meant', async () => {
    expect(await saidOf(['enable_promehteus: true'])).toEqual([
      'warning misspelled-variable etc/kolla/globals.yml:9:1 Nothing reads the variable "enable_promehteus". Did you mean "enable_prometheus"?',
    ])
  })

  test.each([
    ['a name of its own', ['site_name: one']],
    ['another word', ['nova_rack_port: 1']],
    ['only a number differs', ['neutron_bridge_name2: br-ex2']],
    ['a short word differs', ['enable_etc: true']],
    ['the right one is set as well', ['enable_prometheus: true', 'enable_promehteus: true']],
    ['it is used in the repository', ['enable_promehteus: true', 'site_x: "{{ enable_promehteus }}"']],
    ['a name that only roles mention', ['kolla_internal_address: 10.0.0.1']],
  ])('nothing is said of %s', async (_what, lines) => {
    expect(await saidOf(lines)).toEqual([])
  })

  test('a playbook that uses the name keeps it', async () => {
    const playbook = '- hosts: all\n  tasks:\n    - ansible.builtin.ping:\n      when: enable_promehteus\n'
    expect(await saidOf(['enable_promehteus: true'], { 'site.yml': playbook })).toEqual([])
  })

  test("kayobe's own names", async () => {
    const found = await said({
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
  test('a renamed one names the new one', async () => {
    expect(await saidOf(['ironic_dnsmasq_dhcp_range: 10.0.0.10,10.0.0.20'])).toEqual([
      'warning removed-variable etc/kolla/globals.yml:9:1 The variable "ironic_dnsmasq_dhcp_range" is gone after yoga: in 2025.1 nothing reads it. Set ironic_dnsmasq_dhcp_ranges instead, a list of mappings with `range`.',
    ])
  })

  test('what the prechecks refuse is an error from the release on that refuses it', async () => {
    const redis = (release: string) => saidOf([`openstack_release: "${release}"`, 'enable_redis: true'])
    expect(await redis('2025.1')).toEqual([])
    const [found] = await redis('2025.2')
    expect(found).toMatch(
      /^error removed-variable .*"enable_redis" is gone since 2025.2: .*prechecks refuse it/,
    )
    expect(found).toContain('Set enable_valkey instead')
  })

  test('a switch that is off does no harm', async () => {
    const [found] = await saidOf(['enable_skydive: "no"'])
    expect(found).toMatch(/^notice removed-variable/)
  })

  test('a release that is not said is only assumed', async () => {
    const [found] = await saidOf(['openstack_release: "{{ release }}"', 'kolla_install_type: source'])
    expect(found).toMatch(/^warning removed-variable .*\(assumed\)/)
  })

  test.each([
    ['a release of which nothing is known', ['openstack_release: train', 'enable_skydive: true']],
    ['variables that the collection for hosts took over', ['docker_http_proxy: "http://proxy:3128"']],
    ['one that the release still has', ['enable_influxdb: false', 'openstack_release: "2024.1"']],
  ])('nothing is said of %s', async (_what, lines) => {
    expect(await saidOf(lines)).toEqual([])
  })
})
