import { describe, expect, test } from '@jest/globals'
import { shippedFacts } from '../../../../src/lint/facts/facts.js'
import type { OpenstackAnsibleFacts } from '../../../../src/lint/facts/openstack_ansible.js'
import { RELEASES } from '../../../../src/openstack/releases.js'

describe.each(RELEASES)('the facts of %s', (release) => {
  const facts = shippedFacts(release).part<OpenstackAnsibleFacts>('openstack_ansible')

  test('name their source', () => {
    const branch = release === '2026.2' ? 'master' : release
    expect(facts.source).toContain(branch)
    expect(facts.collected).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  test('include the names that every release has', () => {
    expect(facts.groups).toEqual(
      expect.arrayContaining(['compute_hosts', 'shared_infra_hosts', 'network_hosts']),
    )
    expect(facts.binds).toEqual(
      expect.arrayContaining(['nova_compute', 'all_containers', 'neutron_ovn_controller']),
    )
    expect(facts.containers.galera_container).toMatchObject({ contains: ['galera'], metal: false })
    expect(facts.containers.nova_compute_container).toMatchObject({ metal: true })
    expect(facts.variables).toEqual(
      expect.arrayContaining(['haproxy_ssl_all_vips', 'nova_cpu_allocation_ratio']),
    )
    expect(facts.maps).toEqual(
      expect.arrayContaining(['nova_nova_conf_overrides', 'neutron_neutron_conf_overrides']),
    )
    expect(facts.secrets).toEqual(
      expect.arrayContaining(['keystone_auth_admin_password', 'galera_root_password']),
    )
  })

  test('contain each name once, in one spelling', () => {
    for (const list of [facts.groups, facts.binds, facts.variables, facts.mentioned, facts.secrets]) {
      expect(new Set(list).size).toBe(list.length)
    }
    expect([...facts.groups, ...facts.binds].filter((name) => name.includes('-'))).toEqual([])
    expect(facts.groups.filter((name) => Object.hasOwn(facts.elsewhere.groups, name))).toEqual([])
    const dashed = facts.dashed.map((name) => name.replaceAll('-', '_'))
    expect(dashed.filter((name) => !facts.groups.includes(name))).toEqual([])
  })
})
