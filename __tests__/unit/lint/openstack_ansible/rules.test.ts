import { describe, expect, test } from '@jest/globals'
import { EXAMPLE } from '../../../../src/lint/rules/openstack_ansible/shared/example.js'
import type { Files } from '../folder.js'
import { places, validated } from '../folder.js'

const MAIN = 'openstack_user_config.yml'

/** What is said about the example after this change to it. */
async function said(change: (text: string) => string, more: Files = {}): Promise<string[]> {
  const text = change(EXAMPLE)
  if (text === EXAMPLE && Object.keys(more).length === 0) throw new Error('the example was not changed')
  const { findings } = await validated({ [MAIN]: text, ...more })
  return findings.map(({ rule, severity, message, help }) => `${severity} ${rule} ${message} ${help}`)
}

const added = (lines: string) => (text: string) => text + lines
const same = (text: string) => text

describe('groups', () => {
  test.each([
    ['a letter too many', 'computes_hosts', 'Did you mean "compute_hosts"?'],
    ['the singular', 'storage_infra_host', 'Did you mean "storage_infra_hosts"?'],
    ['an underscore is missing', 'sharedinfra_hosts', 'Did you mean "shared_infra_hosts"?'],
    ['two letters in the wrong order', 'netwrok_hosts', 'Did you mean "network_hosts"?'],
    ['with dashes', 'shared-infa_hosts', 'Did you mean "shared_infra_hosts"?'],
    ['the name of a service', 'keystone_hosts', 'The group for it is "identity_hosts".'],
    ['the group that the generator makes', 'lxc_hosts', 'Remove it.'],
  ])('%s is an error', async (_what, name, help) => {
    const found = await said(added(`${name}:\n  infra1: { ip: 172.29.236.11 }\n`))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^error openstack_ansible\/unknown-group/)
    expect(found[0]).toContain(help)
  })

  test("a group of one's own is a warning when some of its hosts get nothing", async () => {
    const found = await said(added('gpu_rack_hosts:\n  gpu1: { ip: 172.29.236.31 }\n'))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^warning openstack_ansible\/unknown-group There is no group "gpu_rack_hosts"/)
  })

  test.each([
    ['its hosts stand under known groups too', 'gpu_rack_hosts:\n  infra1: { ip: 172.29.236.11 }\n'],
    [
      'it is a name for hosts that aliases put elsewhere',
      'controllers_hosts: &c\n  c1: { ip: 172.29.236.31 }\nidentity_hosts: *c\n',
    ],
    [
      'its hosts are merged elsewhere',
      '_compute_hosts: &c\n  c1: { ip: 172.29.236.31 }\nimage_hosts:\n  <<: *c\n',
    ],
    ['only a short word is another one', 'arm_compute_hosts:\n  infra1: { ip: 172.29.236.11 }\n'],
    ['only a number is different', 'compute2_hosts:\n  infra1: { ip: 172.29.236.11 }\n'],
    ['it is written with dashes', 'repo-infra_hosts:\n  infra1: { ip: 172.29.236.11 }\n'],
    ['it has no hosts', 'gpu_rack_hosts: {}\n'],
  ])('nothing is said when %s', async (_why, lines) => {
    expect(await said(added(lines))).toEqual([])
  })

  test('env.d adds groups', async () => {
    const own = { 'env.d/gpu.yml': 'physical_skel:\n  gpu-rack_hosts: { belongs_to: [hosts] }\n' }
    const found = await said(added('gpu_rack_hosts:\n  gpu1: { ip: 172.29.236.31 }\n'), own)
    expect(found.filter((each) => !each.startsWith('notice'))).toEqual([])
  })

  test('an ip that another file gives for the same group is not missing', async () => {
    const more = {
      'conf.d/more.yml': 'shared-infra_hosts:\n  infra1: { affinity: { galera_container: 3 } }\n',
    }
    expect(await said(same, more)).toEqual([])
  })

  test('a host that is nothing at all has no ip', async () => {
    const found = await said(same, { 'conf.d/more.yml': 'image_hosts:\n  infra1:\n' })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('error openstack_ansible/missing-ip The host "infra1" has no ip.')
  })
})

describe('addresses', () => {
  test('one host with two addresses, over files', async () => {
    const { findings } = await validated({
      [`etc/${MAIN}`]: EXAMPLE,
      'etc/conf.d/a.yml':
        'image_hosts:\n  infra1: { ip: 172.29.236.12 }\nidentity_hosts:\n  infra1: { ip: 172.29.236.12 }\n',
    })
    expect(places(findings)).toEqual(['openstack_ansible/address-conflict etc/conf.d/a.yml:2:17'])
    expect(findings[0]?.message).toContain(`172.29.236.11 in etc/${MAIN}, line 19`)
  })

  test('two hosts with one address', async () => {
    const found = await said(same, { 'conf.d/a.yml': 'image_hosts:\n  other: { ip: 172.29.236.11 }\n' })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('The address 172.29.236.11 of "other" belongs to "infra1"')
  })

  test('two deployments in one repository know nothing of each other', async () => {
    const moved = EXAMPLE.replace('172.29.236.21', '172.29.236.22')
    const { findings } = await validated({
      [`a/${MAIN}`]: EXAMPLE,
      [`b/${MAIN}`]: moved,
      'b/old.yml': EXAMPLE,
    })
    expect(findings.filter(({ rule }) => rule.startsWith('openstack_ansible/'))).toEqual([])
  })

  test('conf.d without its main file is checked for what it says itself', async () => {
    const { findings } = await validated({
      'conf.d/a.yml': 'image_hosts:\n  a: { ip: 192.0.2.1 }\n  b: {}\n',
      'conf.d/b.yml': 'image_hosts:\n  a: { ip: 192.0.2.2 }\n',
    })
    expect(places(findings)).toEqual(['openstack_ansible/address-conflict conf.d/b.yml:2:12'])
  })

  test('addresses that Ansible fills in are no conflict', async () => {
    const templated = '"{{ address }}"'
    expect(
      await said((text) => text.replace('172.29.236.11', templated).replace('172.29.236.21', templated)),
    ).toEqual([])
  })

  test.each([
    ['Jinja', '"{{ networks }}"'],
    ['IPv6 besides', '"2001:db8::/64"'],
  ])('networks with %s', async (_what, network) => {
    const found = await said((text) => text.replace('used_ips', `  more: ${network}\nused_ips`))
    expect(found).toEqual([])
  })
})

describe('virtual addresses', () => {
  const internal = (address: string) => (text: string) =>
    text.replace('vip_address: 172.29.236.9', `vip_address: ${address}`)

  test('one in a network and not reserved', async () => {
    const found = await said(internal('172.29.237.100'))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(
      /^error openstack_ansible\/vip-not-reserved .*"management".* Add "172.29.237.100" to used_ips\.$/,
    )
  })

  test.each([
    ['it is the address of a host', internal('172.29.236.11')],
    ['it lies outside of all networks', internal('203.0.113.9')],
    ['it is a name', internal('vip.example.com')],
    [
      'there are no containers',
      (text: string) =>
        internal('172.29.237.100')(text).replace(
          '  provider_networks',
          '  no_containers: true\n  provider_networks',
        ),
    ],
    [
      'nothing takes addresses from that network',
      (text: string) => internal('10.0.0.9')(text).replace('used_ips', '  spare: 10.0.0.0/24\nused_ips'),
    ],
    [
      'it is reserved alone',
      (text: string) =>
        internal('172.29.237.100')(text).replace('used_ips:', 'used_ips:\n  - 172.29.237.100'),
    ],
    [
      'used_ips is filled in later',
      (text: string) => internal('172.29.237.100')(text).replace('used_ips:', 'used_ips:\n  - "{{ vip }}"'),
    ],
  ])('nothing is said when %s', async (_why, change) => {
    expect(await said(change)).toEqual([])
  })
})

describe('used_ips', () => {
  test.each([
    ['"172.29.236.1, 172.29.236.5"', 'holds spaces'],
    ['"172.29.236.0/28"', 'neither an address nor a range'],
    ['"172.29.236.5,172.29.236.1"', 'ends before it starts'],
    ['"172.29.236.1,172.29.236.2,172.29.236.3"', 'neither'],
    ['172', 'is no text'],
    ['"172.29.236.1,2001:db8::1"', 'ends before it starts'],
  ])('%s', async (entry, why) => {
    const found = await said((text) => text.replace('used_ips:', `used_ips:\n  - ${entry}`))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('error openstack_ansible/used-ips-syntax')
    expect(found[0]).toContain(why)
  })

  test.each([
    '172.29.236.20',
    '"172.29.236.20,172.29.236.20"',
    '"172.29.236.20,172.29.236.29"',
    '"{{ a }},{{ b }}"',
  ])('%s is fine', async (entry) => {
    expect(await said((text) => text.replace('used_ips:', `used_ips:\n  - ${entry}`))).toEqual([])
  })

  test('a text instead of a list reserves nothing', async () => {
    const found = await said((text) =>
      text.replace(/used_ips:\n.*\n/, 'used_ips: "172.29.236.1,172.29.236.10"\n'),
    )
    expect(found.join()).toContain('used_ips is no list')
  })
})

test('networks that are only filled in later are not missing', async () => {
  expect(
    await said((text) => text.replace(/cidr_networks:\n.*\n/, 'cidr_networks: "{{ networks }}"\n')),
  ).toEqual([])
})

test('a file that cannot be parsed is a syntax error and nothing is missing in it', async () => {
  const { findings } = await validated({ [MAIN]: 'cidr_networks: [\n' })
  expect(findings.map(({ rule }) => rule)).toEqual(['yaml/syntax-error'])
})
