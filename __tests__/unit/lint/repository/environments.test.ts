import { describe, expect, test } from '@jest/globals'
import { type Files, places, validated } from '../folder.js'

async function said(files: Files): Promise<string[]> {
  const { findings } = await validated(files)
  return places(findings.filter(({ rule }) => rule.startsWith('repository/')))
}

function globals(vip: string, id = '61', more = ''): string {
  return `kolla_internal_vip_address: ${vip}\nkeepalived_virtual_router_id: ${id}\nnetwork_interface: bond0\nopenstack_region_name: RegionOne\n${more}`
}

describe('virtual IP addresses', () => {
  test('of two environments are compared, and the message names the other place', async () => {
    const { findings } = await validated({
      'production/globals.yml': globals('10.10.0.254'),
      'staging/globals.yml': globals('10.10.0.254', '62'),
    })
    const found = findings.find(({ rule }) => rule === 'repository/shared-vip')
    expect(found).toMatchObject({ file: 'staging/globals.yml', line: 1, column: 29 })
    expect(found?.message).toContain('production/globals.yml, line 1')
  })

  test('of kolla-ansible and openstack-ansible are compared', async () => {
    const osa = 'haproxy_keepalived_internal_vip_cidr: 10.10.0.254/32\n'
    expect(
      await said({
        'kolla/globals.yml': globals('10.10.0.254'),
        'osa/openstack_deploy/user_variables.yml': osa,
      }),
    ).toEqual(['repository/shared-vip osa/openstack_deploy/user_variables.yml:1:39'])
  })

  test.each([
    ['ci', 'production'],
    ['environments/dev', 'environments/production'],
    ['examples/one', 'examples/two'],
    ['lab-2', 'lab-3'],
  ])('%s and %s are not compared', async (first, second) => {
    expect(
      await said({
        [`${first}/globals.yml`]: globals('10.10.0.254'),
        [`${second}/globals.yml`]: globals('10.10.0.254'),
      }),
    ).toEqual([])
  })

  test.each(['"{{ vip }}"', '127.0.0.1', 'cloud.example.com'])('%s is not a shared address', async (vip) => {
    expect(await said({ 'a/globals.yml': globals(vip), 'b/globals.yml': globals(vip) })).toEqual([])
  })

  test('one environment may set its address in many files', async () => {
    const files = {
      'production/globals.yml': globals('10.10.0.254'),
      'production/globals.d/vip.yml': 'kolla_internal_vip_address: 10.10.0.254\nenable_haproxy: "yes"\n',
      'production/inventory/group_vars/all.yml': 'kolla_internal_vip_address: 10.10.0.254\n',
    }
    expect(await said(files)).toEqual([])
  })
})

describe('VRRP router ids', () => {
  const osa = (vip: string, id: number, side = 'internal') =>
    `haproxy_keepalived_${side}_vip_cidr: ${vip}/32\nhaproxy_keepalived_${side}_virtual_router_id: ${id}\n`
  const file = (folder: string) => `${folder}/openstack_deploy/user_variables.yml`

  test('of the two addresses of one environment are compared', async () => {
    const both = osa('10.10.0.9', 21) + osa('10.10.0.10', 21, 'external')
    expect(await said({ [file('production')]: both })).toEqual([
      'repository/shared-vrrp-id production/openstack_deploy/user_variables.yml:4:48',
    ])
  })

  test('of openstack-ansible and kolla-ansible are compared', async () => {
    const files = { 'a/globals.yml': globals('10.10.0.254', '21'), [file('b')]: osa('10.10.0.9', 21) }
    expect(await said(files)).toHaveLength(1)
  })

  test.each([
    ['another id', osa('10.10.0.8', 22)],
    ['another network', osa('10.10.1.8', 21)],
    ['an id that is filled in', osa('10.10.0.8', 21).replace('21', '"{{ id }}"')],
  ])('%s is not a conflict', async (_what, other) => {
    expect(await said({ [file('a')]: osa('10.10.0.9', 21), [file('b')]: other })).toEqual([])
  })

  test("two deployments of kolla-ansible are left to that kind's own rule", async () => {
    const { findings } = await validated({
      'production/globals.yml': globals('10.10.0.254'),
      'staging/globals.yml': globals('10.10.0.253'),
    })
    const rules = new Set(findings.map(({ rule }) => rule))
    expect([...rules].filter((rule) => /router-id|vrrp/.test(rule))).toEqual([
      'kolla_ansible/shared-router-id',
    ])
  })
})

describe('machines', () => {
  const inventory = (name: string, address: string) => `[control]\n${name} ansible_host=${address}\n`

  test('in both staging and production are reported', async () => {
    const { findings } = await validated({
      'inventories/production/hosts': inventory('ctl1', '192.0.2.11'),
      'inventories/staging/hosts': inventory('stg1', '192.0.2.11'),
    })
    const found = findings.find(({ rule }) => rule === 'repository/shared-machine')
    expect(found).toMatchObject({ file: 'inventories/staging/hosts', line: 2 })
    expect(found?.message).toContain('inventories/production/hosts, line 2')
  })

  test.each([
    ['a bastion', 'bastion', '192.0.2.11', 'staging'],
    ['another address', 'stg1', '192.0.2.12', 'staging'],
    ['a name', 'stg1', 'ctl1.example.com', 'staging'],
    ['another production', 'stg1', '192.0.2.11', 'production-2'],
    ['this machine', 'stg1', '127.0.0.1', 'staging'],
  ])('%s is not reported', async (_what, name, address, folder) => {
    expect(
      await said({
        'inventories/production/hosts': inventory('ctl1', address === '192.0.2.12' ? '192.0.2.11' : address),
        [`inventories/${folder}/hosts`]: inventory(name, address),
      }),
    ).toEqual([])
  })
})

describe('regions', () => {
  const clouds = (host: string, region: string) =>
    `clouds:\n  production:\n    auth:\n      auth_url: http://${host}:5000/v3\n      username: u\n      project_name: p\n      user_domain_name: d\n      project_domain_name: d\n    region_name: ${region}\n`

  test.each([
    ['10.10.0.254', 'regionone', 1],
    ['10.10.0.254', 'RegionOne', 0],
    ['10.10.0.254', 'RegionTwo', 0],
    ['10.10.0.254', '"{{ region }}"', 0],
    ['10.99.0.254', 'elsewhere', 0],
  ])('%s in %s', async (host, region, count) => {
    const files = {
      'production/globals.yml': globals('10.10.0.254', '61', 'multiple_regions_names: [RegionTwo]\n'),
      'clouds.yaml': clouds(host, region),
    }
    expect(await said(files)).toHaveLength(count)
  })

  test('an environment without an explicit region may have any', async () => {
    const files = {
      'production/globals.yml': globals('10.10.0.254').replace(/openstack_region_name.*\n/, ''),
      'clouds.yaml': clouds('10.10.0.254', 'x'),
    }
    expect(await said(files)).toEqual([])
  })
})

test.each([
  'kolla_internal_vip_address: [1]\nmultiple_regions_names: x\n',
  'kolla_internal_vip_address: { a: 1 }\nkeepalived_virtual_router_id: null\n',
  'global_overrides: [a]\n__proto__: 1\nconstructor: { password: 5 }\n',
  'password: &a [*a]\n',
])('odd values do no harm: %j', async (text) => {
  await expect(
    validated({
      'a/globals.yml': text,
      'b/globals.yml': text,
      'openstack_user_config.yml': text,
      'x.yml': text,
    }),
  ).resolves.toBeDefined()
})
