import { describe, expect, test } from '@jest/globals'
import { EXAMPLE, WITH_CLUSTER } from '../../../../src/lint/rules/openstack_ansible/shared/example.js'
import { findingsAfter, findingsIn, MAIN } from './findings.js'

const added = (lines: string) => (text: string) => text + lines
const COMPUTES = '  compute2: { ip: 172.29.236.22 }\n  compute3: { ip: 172.29.236.23 }\n'

describe('groups and releases', () => {
  test('before 2026.1, the names of groups have dashes', async () => {
    const found = await findingsIn({ [MAIN]: EXAMPLE }, '2025.2')
    expect(found).toEqual([
      expect.stringMatching(
        /^error unknown-group .*it spells it "shared-infra_hosts". Write shared-infra_hosts./,
      ),
    ])
    expect(await findingsIn({ [MAIN]: EXAMPLE.replace('shared_infra', 'shared-infra') }, '2025.2')).toEqual(
      [],
    )
  })

  test.each([
    [
      'of an older release',
      'oslomsg_rpc_hosts',
      '2025.1',
      'the last release with it is 2024.2. Move its hosts to mq_hosts.',
    ],
    [
      'of a later release',
      'load_balancer_hosts',
      '2024.1',
      'the first release with it is 2024.2. Move its hosts to haproxy_hosts.',
    ],
  ] as const)('a group %s is removed', async (_what, group, release, why) => {
    const config = EXAMPLE.replace('shared_infra', 'shared-infra')
    const found = await findingsIn(
      { [MAIN]: `${config}${group}:\n  infra1: { ip: 172.29.236.11 }\n` },
      release,
    )
    expect(found).toEqual([expect.stringMatching(/^error removed-group/)])
    expect(found[0]).toContain(why)
  })

  test('a group from before the first known release is removed', async () => {
    const found = await findingsAfter(added('infra_hosts:\n  infra1: { ip: 172.29.236.11 }\n'))
    expect(found).toEqual([expect.stringContaining('only older releases have it')])
  })

  test('a removed group is a warning when other groups deploy to all of its hosts', async () => {
    const found = await findingsAfter(
      added('sahara_infra_hosts:\n  infra1: { ip: 172.29.236.11 }\n'),
      {},
      '2026.1',
    )
    expect(found).toEqual([expect.stringMatching(/^warning removed-group/)])
  })
})

describe('hosts', () => {
  test.each([
    ['172.29.236.300', "Set the host's address"],
    ['172.29.236.21/22', 'Write only 172.29.236.21.'],
    ['"172.29.236.21 "', 'Write only 172.29.236.21.'],
  ])('the ip %s is invalid', async (ip, help) => {
    const found = await findingsAfter((text) => text.replace('ip: 172.29.236.21', `ip: ${ip}`))
    expect(found).toEqual([expect.stringContaining(help)])
  })

  test.each(['compute1.example.com', '"{{ address }}"', '"2001:db8::1"'])(
    'the ip %s may be valid',
    async (ip) => {
      const found = await findingsAfter((text) => text.replace('ip: 172.29.236.21', `ip: ${ip}`))
      expect(found.filter((each) => each.startsWith('error'))).toEqual([])
    },
  )

  test('a name may be longer without containers', async () => {
    const name = 'c'.repeat(50)
    expect(await findingsAfter((text) => text.replace('compute1', name))).toEqual([])
    const found = await findingsAfter((text) => text.replace('infra1', name))
    expect(found).toEqual([expect.stringMatching(/^error name-too-long openstack_user_config.yml:19:3/)])
    const metal = `infra1: { no_containers: true, ip`
    expect(
      await findingsAfter((text) => text.replace('infra1: { ip', metal).replace('infra1', name)),
    ).toEqual([])
  })

  test('a finding that aliases repeat is reported once', async () => {
    const found = await findingsAfter((text) =>
      text
        .replace('shared_infra_hosts:', 'shared_infra_hosts: &infra')
        .replace('ip: 172.29.236.11', 'ip: 172.29.236.11, affinty: {}')
        .concat('image_hosts: *infra\nidentity_hosts: *infra\n'),
    )
    expect(found).toEqual([
      expect.stringContaining('A host does not have a key "affinty". Did you mean "affinity"?'),
    ])
  })

  test('affinity may name a container that env.d defines', async () => {
    const own = {
      'env.d/gpu.yml':
        'container_skel:\n  galera_containers:\n    belongs_to: [shared_infra_containers]\n    contains: [galera]\n',
    }
    const change = (text: string) =>
      text.replace('ip: 172.29.236.11', 'ip: 172.29.236.11, affinity: { galera_containers: 1 }')
    const found = await findingsAfter(change, own)
    expect(found.filter((each) => !each.startsWith('notice'))).toEqual([])
  })
})

describe('management_ip', () => {
  const withManagement = (address: string) => (text: string) =>
    text.replace('ip: 172.29.236.21', `ip: 192.0.2.21, management_ip: ${address}`)

  test('is the address on the management network', async () => {
    expect(await findingsAfter(withManagement('172.29.236.5'))).toEqual([])
  })

  test('must be reserved', async () => {
    const found = await findingsAfter(withManagement('172.29.236.21'))
    expect(found).toEqual([
      expect.stringMatching(
        /^error address-not-reserved openstack_user_config.yml:21:46 The management_ip 172.29.236.21/,
      ),
    ])
  })

  test('must be on the management network', async () => {
    const found = await findingsAfter(withManagement('198.51.100.1'))
    expect(found).toEqual([
      expect.stringMatching(/^warning host-outside-network openstack_user_config.yml:21:19/),
    ])
  })
})

test('a key that starts with an underscore is not a typo', async () => {
  expect(await findingsAfter((text) => `_used_ips: []\n_cidr_networks: {}\n${text}`)).toEqual([])
})

test('provider_networks may be in one file only', async () => {
  const more = {
    'conf.d/more.yml': 'global_overrides:\n  provider_networks: []\n  swift: {}\nimage_hosts: {}\n',
  }
  const found = await findingsAfter((text) => text, more)
  expect(found).toContainEqual(expect.stringMatching(/^error list-in-two-files conf.d\/more.yml:2:3/))
})

test.each([
  ['used_ips', 'used_ip', 3, 1],
  ['used_ips', 'usde_ips', 3, 1],
  ['  provider_networks', '  provider_network', 9, 3],
  ['internal_lb_vip_address', 'internal_lb_vip_adress', 6, 3],
])('%s misspelled as %s', async (key, written, line, column) => {
  const found = await findingsAfter((text) => text.replace(key, written))
  expect(found).toContainEqual(
    expect.stringMatching(
      new RegExp(
        `^error unknown-key openstack_user_config.yml:${line}:${column} .*Did you mean "${key.trim()}"`,
      ),
    ),
  )
})

describe('clusters', () => {
  test.each([
    [
      'two members',
      WITH_CLUSTER.replace(/ {2}infra3.*\n/g, ''),
      'Galera has 2 members, and stops when either of them fails.',
    ],
    [
      'four members',
      WITH_CLUSTER.replace(
        '  infra3: { ip: 172.29.236.13 }\nload',
        '  infra3: { ip: 172.29.236.13 }\n  infra4: { ip: 172.29.236.14 }\nload',
      ),
      'no more failures than with 3',
    ],
    ['one member for many hosts', EXAMPLE + COMPUTES, 'Galera has a single member'],
  ])('%s', async (_what, text, why) => {
    const found = await findingsIn({ [MAIN]: text })
    expect(found).toEqual([expect.stringContaining(why)])
    expect(found[0]).toMatch(/^warning fragile-quorum/)
  })

  test.each([
    ['a small lab', EXAMPLE],
    ['three', WITH_CLUSTER],
    [
      'three with an explicit affinity',
      WITH_CLUSTER.replace(
        'infra3: { ip: 172.29.236.13 }',
        'infra3: { ip: 172.29.236.13, affinity: { galera_container: 1 } }',
      ),
    ],
    ['none', EXAMPLE.replace('shared_infra_hosts', 'image_hosts') + COMPUTES],
  ])('%s is not reported', async (_what, text) => {
    expect(await findingsIn({ [MAIN]: text })).toEqual([])
  })

  test('the number of hosts in a template is unknown', async () => {
    const template = WITH_CLUSTER.replace(
      / {2}infra3.*\n/g,
      '  {% for host in more %}\n  "{{ host }}": { ip: "{{ ip }}" }\n  {% endfor %}\n',
    )
    expect(await findingsIn({ [MAIN]: template })).toEqual([])
  })
})
