import { describe, expect, test } from '@jest/globals'
import { EXAMPLE } from '../../../../src/lint/rules/openstack_ansible/shared/example.js'
import type { Files } from '../folder.js'
import { places, validated } from '../folder.js'

const MAIN = 'openstack_user_config.yml'

/** The findings in the example after this change to it: `severity rule message help`. */
async function findingsAfter(change: (text: string) => string, more: Files = {}): Promise<string[]> {
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
    ['the name of a service', 'keystone_hosts', 'Use the group "identity_hosts".'],
    ['the group that the generator creates', 'lxc_hosts', 'Remove it.'],
  ])('%s is an error', async (_what, name, help) => {
    const found = await findingsAfter(added(`${name}:\n  infra1: { ip: 172.29.236.11 }\n`))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^error openstack_ansible\/unknown-group/)
    expect(found[0]).toContain(help)
  })

  test('an unknown group is a warning when nothing is deployed to some of its hosts', async () => {
    const found = await findingsAfter(added('gpu_rack_hosts:\n  gpu1: { ip: 172.29.236.31 }\n'))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^warning openstack_ansible\/unknown-group There is no group "gpu_rack_hosts"/)
  })

  test.each([
    ['its hosts are also in known groups', 'gpu_rack_hosts:\n  infra1: { ip: 172.29.236.11 }\n'],
    [
      'aliases put its hosts in another group',
      'controllers_hosts: &c\n  c1: { ip: 172.29.236.31 }\nidentity_hosts: *c\n',
    ],
    [
      'its hosts are merged into another group',
      '_compute_hosts: &c\n  c1: { ip: 172.29.236.31 }\nimage_hosts:\n  <<: *c\n',
    ],
    ['only a short word differs', 'arm_compute_hosts:\n  infra1: { ip: 172.29.236.11 }\n'],
    ['only a number differs', 'compute2_hosts:\n  infra1: { ip: 172.29.236.11 }\n'],
    ['it is written with dashes', 'repo-infra_hosts:\n  infra1: { ip: 172.29.236.11 }\n'],
    ['it has no hosts', 'gpu_rack_hosts: {}\n'],
  ])('a group is accepted when %s', async (_why, lines) => {
    expect(await findingsAfter(added(lines))).toEqual([])
  })

  test('env.d adds groups', async () => {
    const own = { 'env.d/gpu.yml': 'physical_skel:\n  gpu-rack_hosts: { belongs_to: [hosts] }\n' }
    const found = await findingsAfter(added('gpu_rack_hosts:\n  gpu1: { ip: 172.29.236.31 }\n'), own)
    expect(found.filter((each) => !each.startsWith('notice'))).toEqual([])
  })

  test('an ip is not missing when another file sets it for the same group', async () => {
    const more = {
      'conf.d/more.yml': 'shared-infra_hosts:\n  infra1: { affinity: { galera_container: 3 } }\n',
    }
    expect(await findingsAfter(same, more)).toEqual([])
  })

  test('a host without a value has no ip', async () => {
    const found = await findingsAfter(same, { 'conf.d/more.yml': 'image_hosts:\n  infra1:\n' })
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
    const found = await findingsAfter(same, {
      'conf.d/a.yml': 'image_hosts:\n  other: { ip: 172.29.236.11 }\n',
    })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('The address 172.29.236.11 of "other" belongs to "infra1"')
  })

  test('two configurations in one repository are independent', async () => {
    const moved = EXAMPLE.replace('172.29.236.21', '172.29.236.22')
    const { findings } = await validated({
      [`a/${MAIN}`]: EXAMPLE,
      [`b/${MAIN}`]: moved,
      'b/old.yml': EXAMPLE,
    })
    expect(findings.filter(({ rule }) => rule.startsWith('openstack_ansible/'))).toEqual([])
  })

  test('conf.d without its main file is checked on its own', async () => {
    const { findings } = await validated({
      'conf.d/a.yml': 'image_hosts:\n  a: { ip: 192.0.2.1 }\n  b: {}\n',
      'conf.d/b.yml': 'image_hosts:\n  a: { ip: 192.0.2.2 }\n',
    })
    expect(places(findings)).toEqual(['openstack_ansible/address-conflict conf.d/b.yml:2:12'])
  })

  test('templated addresses do not conflict', async () => {
    const templated = '"{{ address }}"'
    expect(
      await findingsAfter((text) =>
        text.replace('172.29.236.11', templated).replace('172.29.236.21', templated),
      ),
    ).toEqual([])
  })

  test.each([
    ['Jinja', '"{{ networks }}"'],
    ['IPv6 besides', '"2001:db8::/64"'],
  ])('networks with %s are accepted', async (_what, network) => {
    const found = await findingsAfter((text) => text.replace('used_ips', `  more: ${network}\nused_ips`))
    expect(found).toEqual([])
  })
})

describe('virtual addresses', () => {
  const internal = (address: string) => (text: string) =>
    text.replace('vip_address: 172.29.236.9', `vip_address: ${address}`)

  test('an address in a network must be reserved', async () => {
    const found = await findingsAfter(internal('172.29.237.100'))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(
      /^error openstack_ansible\/vip-not-reserved .*"management".* Add "172.29.237.100" to used_ips\.$/,
    )
  })

  test.each([
    ['it is the address of a host', internal('172.29.236.11')],
    ['it is outside of all networks', internal('203.0.113.9')],
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
      'containers get no addresses from its network',
      (text: string) => internal('10.0.0.9')(text).replace('used_ips', '  spare: 10.0.0.0/24\nused_ips'),
    ],
    [
      'used_ips lists the single address',
      (text: string) =>
        internal('172.29.237.100')(text).replace('used_ips:', 'used_ips:\n  - 172.29.237.100'),
    ],
    [
      'used_ips is templated',
      (text: string) => internal('172.29.237.100')(text).replace('used_ips:', 'used_ips:\n  - "{{ vip }}"'),
    ],
  ])('an address is accepted when %s', async (_why, change) => {
    expect(await findingsAfter(change)).toEqual([])
  })
})

describe('used_ips', () => {
  test.each([
    ['"172.29.236.1, 172.29.236.5"', 'contains spaces'],
    ['"172.29.236.0/28"', 'neither an address nor a range'],
    ['"172.29.236.5,172.29.236.1"', 'ends before it starts'],
    ['"172.29.236.1,172.29.236.2,172.29.236.3"', 'neither'],
    ['172', 'is not a string'],
    ['"172.29.236.1,2001:db8::1"', 'ends before it starts'],
  ])('%s', async (entry, why) => {
    const found = await findingsAfter((text) => text.replace('used_ips:', `used_ips:\n  - ${entry}`))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('error openstack_ansible/used-ips-syntax')
    expect(found[0]).toContain(why)
  })

  test.each([
    '172.29.236.20',
    '"172.29.236.20,172.29.236.20"',
    '"172.29.236.20,172.29.236.29"',
    '"{{ a }},{{ b }}"',
  ])('%s is valid', async (entry) => {
    expect(await findingsAfter((text) => text.replace('used_ips:', `used_ips:\n  - ${entry}`))).toEqual([])
  })

  test('a string instead of a list reserves no address', async () => {
    const found = await findingsAfter((text) =>
      text.replace(/used_ips:\n.*\n/, 'used_ips: "172.29.236.1,172.29.236.10"\n'),
    )
    expect(found.join()).toContain('used_ips is not a list')
  })
})

test('templated networks are not missing', async () => {
  expect(
    await findingsAfter((text) => text.replace(/cidr_networks:\n.*\n/, 'cidr_networks: "{{ networks }}"\n')),
  ).toEqual([])
})

test('in a file with a syntax error nothing is missing', async () => {
  const { findings } = await validated({ [MAIN]: 'cidr_networks: [\n' })
  expect(findings.map(({ rule }) => rule)).toEqual(['yaml/syntax-error'])
})
