import { describe, expect, test } from '@jest/globals'
import { validated } from '../folder.js'
import { heatFindings, heatMessages, resource } from './findings.js'

async function noticed(template: string): Promise<string[]> {
  const { findings } = await validated({ 't.yaml': template })
  return findings.map(({ rule, line, column }) => `${rule} ${line}:${column}`)
}

describe('replaced servers and deleted data', () => {
  const server = (more: string) =>
    resource('OS::Nova::Server', `{ flavor: small, networks: [{ network: web }], ${more} }`)

  test('user_data without user_data_update_policy is a notice', async () => {
    expect(await noticed(server('user_data: a'))).toEqual(['heat/user-data-replaces-server 5:64'])
    expect(await noticed(server('user_data: a, user_data_update_policy: REPLACE'))).toEqual([])
    expect(await noticed(server('user_data: null'))).toEqual([])
  })

  test('a volume without deletion_policy is a notice', async () => {
    const volume = resource('OS::Cinder::Volume', '{ size: 1 }')
    expect(await noticed(volume)).toEqual(['heat/data-deleted-with-stack 3:3'])
    expect(await noticed(`${volume}    deletion_policy: Delete\n`)).toEqual([])
  })
})

describe('policies', () => {
  const net = (more: string) => `${resource('OS::Neutron::Net', '{}')}    ${more}\n`

  test.each([
    ['deletion_policy: Keep', 'heat/invalid-deletion-policy "Keep" is not a valid deletion_policy.'],
    ['deletion_policy: [Retain]', 'heat/invalid-deletion-policy "" is not a valid deletion_policy.'],
    [
      'deletion_policy: Snapshot',
      'heat/invalid-deletion-policy OS::Neutron::Net does not support snapshots.',
    ],
    ['deletion_policy: retain', ''],
    ['deletion_policy: null', 'heat/invalid-deletion-policy "null" is not a valid deletion_policy.'],
    ['deletion_policy: { get_param: "OS::stack_name" }', ''],
    [
      'update_policy: { a: b }',
      'heat/invalid-update-policy The update_policy of OS::Neutron::Net has no key "a".',
    ],
    ['update_policy: {}', ''],
  ])('%s', async (policy, expected) => {
    expect(await heatMessages(net(policy))).toEqual(expected ? [expected] : [])
  })

  test('values of an update_policy are checked', async () => {
    const group = `${resource('OS::Heat::ResourceGroup', '{ resource_def: { type: OS::Neutron::Net } }')}    update_policy: { rolling_update: { max_batch_size: 0, pause_time: long } }\n`
    expect(await heatMessages(group)).toEqual([
      'heat/invalid-update-policy "max_batch_size" in the update_policy of OS::Heat::ResourceGroup must be at least 1, not 0.',
      'heat/invalid-update-policy "pause_time" in the update_policy of OS::Heat::ResourceGroup must be a number, not "long".',
    ])
  })

  test('a deletion_policy in lower case depends on the version', async () => {
    expect(
      await heatMessages(net('deletion_policy: retain').replace('2018-08-31', '2016-04-08')),
    ).toHaveLength(1)
  })
})

describe('SSH', () => {
  const group = (rule: string) => resource('OS::Neutron::SecurityGroup', `{ rules: [${rule}] }`)
  const ports = 'protocol: tcp, port_range_min: 22, port_range_max: 22'

  test.each([
    `{ ${ports}, remote_ip_prefix: 0.0.0.0/0 }`,
    `{ ${ports}, remote_ip_prefix: "::/0", ethertype: IPv6 }`,
    `{ ${ports} }`,
    '{ protocol: 6, port_range_min: 1, port_range_max: 65535 }',
  ])('%s opens it to the internet', async (rule) => {
    expect(await heatMessages(group(rule))).toEqual([
      'heat/ssh-open-to-internet This rule opens SSH to the whole internet.',
    ])
  })

  test.each([
    `{ ${ports}, remote_ip_prefix: 192.0.2.0/24 }`,
    `{ ${ports}, remote_ip_prefix: { get_param: "OS::stack_name" } }`,
    `{ ${ports}, remote_group: jump }`,
    `{ ${ports}, direction: egress }`,
    '{ protocol: udp, port_range_min: 22, port_range_max: 22 }',
    '{ protocol: tcp, port_range_min: 80, port_range_max: 80 }',
    '{ protocol: { get_param: "OS::stack_name" }, port_range_min: 22, port_range_max: 22 }',
    '{ protocol: icmp }',
  ])('%s does not open it to the internet', async (rule) => {
    expect(
      (await heatMessages(group(rule))).filter((text) => text.startsWith('heat/ssh-open-to-internet')),
    ).toEqual([])
  })

  test('the finding is at the prefix', async () => {
    expect(await heatFindings({ 't.yaml': group(`{ ${ports}, remote_ip_prefix: 0.0.0.0/0 }`) })).toEqual([
      'heat/ssh-open-to-internet t.yaml:5:102 This rule opens SSH to the whole internet.',
    ])
  })
})

describe('names', () => {
  test('a resource cannot have the name of a parameter, or a slash in its name', async () => {
    const template =
      'heat_template_version: 2018-08-31\nparameters:\n  a: { type: string }\nresources:\n  a: { type: OS::Neutron::Net, properties: { name: { get_param: a } } }\n  b/c: { type: OS::Neutron::Net }\n'
    expect(await heatFindings({ 't.yaml': template })).toEqual([
      'heat/invalid-resource-name t.yaml:5:3 "a" is also the name of a parameter.',
      'heat/invalid-resource-name t.yaml:6:3 The name "b/c" contains a slash.',
    ])
  })

  test.each([
    ['parameter_groups: {}', ['parameter_groups is not a list.']],
    ['parameter_groups: [{ label: a }]', ['This group has no list of parameters.']],
    ['parameter_groups: [a]', ['This group has no list of parameters.']],
    [
      'parameter_groups: [{ parameters: [a, a, c] }]',
      ['"a" is already in a group.', 'The template does not define the parameter "c".'],
    ],
    ['parameter_groups:', []],
  ])('%s', async (groups, messages) => {
    const template = `heat_template_version: 2018-08-31\n${groups}\nparameters:\n  a: { type: string }\nresources:\n  b: { type: OS::Neutron::Net, properties: { name: { get_param: a } } }\n`
    expect(await heatMessages(template)).toEqual(
      messages.map((message) => `heat/invalid-parameter-group ${message}`),
    )
  })
})

test('an output requires a value, which can be null', async () => {
  const template =
    'heat_template_version: 2018-08-31\nresources:\n  b: { type: OS::Neutron::Net }\noutputs:\n  a:\n  c: { value: }\n  d: { description: e }\n'
  expect(await heatFindings({ 't.yaml': template })).toEqual([
    'heat/missing-output-value t.yaml:5:3 The output "a" has no value.',
    'heat/missing-output-value t.yaml:7:3 The output "d" has no value.',
  ])
})
