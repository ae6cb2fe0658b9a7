import { describe, expect, test } from '@jest/globals'
import { heatFindings, heatMessages, resource } from './findings.js'

const subnet = (more: string) =>
  resource('OS::Neutron::Subnet', `{ network: web, cidr: 192.0.2.0/24, ${more} }`)
const server = (more: string) =>
  resource('OS::Nova::Server', `{ flavor: small, networks: [{ network: web }], ${more} }`)

describe('properties', () => {
  test('an unknown property is reported at its name', async () => {
    expect(await heatFindings({ 't.yaml': subnet('gateway: 192.0.2.1') })).toEqual([
      'heat/unknown-property t.yaml:5:53 OS::Neutron::Subnet has no property "gateway".',
    ])
  })

  test('an unknown key in a property is reported with both names', async () => {
    expect(
      await heatMessages(server('networks: [{ prt: a }]').replace('networks: [{ network: web }], ', '')),
    ).toEqual(['heat/unknown-property "networks" of OS::Nova::Server has no key "prt".'])
  })

  test('a missing property is reported at the properties, or at a resource without any', async () => {
    const none =
      'heat_template_version: 2018-08-31\nresources:\n  one: { type: OS::Cinder::VolumeAttachment }\n'
    expect(
      await heatFindings({ 't.yaml': resource('OS::Neutron::Subnet', '{ cidr: 192.0.2.0/24 }') }),
    ).toEqual(['heat/missing-property t.yaml:5:5 OS::Neutron::Subnet requires "network".'])
    expect(await heatFindings({ 't.yaml': none })).toEqual([
      'heat/missing-property t.yaml:3:3 OS::Cinder::VolumeAttachment requires "instance_uuid".',
      'heat/missing-property t.yaml:3:3 OS::Cinder::VolumeAttachment requires "volume_id".',
    ])
  })

  test('a deprecated property can replace a required one', async () => {
    const old = resource('OS::Neutron::Subnet', '{ network_id: web, cidr: 192.0.2.0/24 }')
    expect(await heatMessages(old)).toEqual([
      'heat/deprecated-property "network_id" of OS::Neutron::Subnet is deprecated since Heat 2014.2.',
    ])
  })

  test('an external resource requires no properties', async () => {
    const external =
      'heat_template_version: 2018-08-31\nresources:\n  one: { type: OS::Neutron::Port, external_id: a }\n'
    expect(await heatMessages(external)).toEqual([])
  })

  test.each([
    [
      'enable_dhcp: "yes"',
      'wrong-property-type',
      '"enable_dhcp" of OS::Neutron::Subnet must be true or false, not "yes".',
    ],
    [
      'enable_dhcp: 1',
      'wrong-property-type',
      '"enable_dhcp" of OS::Neutron::Subnet must be true or false, not 1.',
    ],
    [
      'prefixlen: few',
      'wrong-property-type',
      '"prefixlen" of OS::Neutron::Subnet must be an integer, not "few".',
    ],
    ['name: 1.5', 'wrong-property-type', '"name" of OS::Neutron::Subnet must be a string, not 1.5.'],
    ['name: [a]', 'wrong-property-type', '"name" of OS::Neutron::Subnet must be a string, not a list.'],
    [
      'dns_nameservers: 192.0.2.1',
      'wrong-property-type',
      '"dns_nameservers" of OS::Neutron::Subnet must be a list, not "192.0.2.1".',
    ],
    ['value_specs: a', 'wrong-property-type', '"value_specs" of OS::Neutron::Subnet must be a map, not "a".'],
    [
      'ip_version: 5',
      'invalid-property-value',
      '"ip_version" of OS::Neutron::Subnet must be one of 4, 6, not 5.',
    ],
    ['ip_version: "6"', '', ''],
    [
      'prefixlen: -1',
      'invalid-property-value',
      '"prefixlen" of OS::Neutron::Subnet must be at least 0, not -1.',
    ],
    [`tags: [${'x'.repeat(3)}, { get_param: "OS::stack_id" }]`, '', ''],
    [
      'host_routes: [{ destination: a, nexthop: 192.0.2.1 }]',
      'invalid-property-value',
      '"destination" in "host_routes" of OS::Neutron::Subnet must be a network such as 192.0.2.0/24, not "a".',
    ],
    ['host_routes: [{ destination: 192.0.2.0/255.255.255.0, nexthop: "2001:db8::1" }]', '', ''],
    ['name: 5', '', ''],
    ['name: true', '', ''],
    ['name: null', '', ''],
    ['name: "{{ site }}"', '', ''],
    ['name: { get_param: "OS::stack_name" }', '', ''],
    ['enable_dhcp: "True"', '', ''],
  ])('%s', async (property, rule, message) => {
    expect(await heatMessages(subnet(property))).toEqual(rule ? [`heat/${rule} ${message}`] : [])
  })

  test('both branches of an if are checked', async () => {
    const conditional = subnet('ip_version: { if: [a, 5, { if: [a, 4, 7] }] }').replace(
      'resources:',
      'conditions: { a: true }\nresources:',
    )
    expect((await heatMessages(conditional)).map((text) => text.slice(-6))).toEqual(['not 5.', 'not 7.'])
  })

  test('a problem behind several aliases is reported once', async () => {
    const levels = Array.from(
      { length: 30 },
      (_, n) => `      l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]\n`,
    )
    const template = `heat_template_version: 2018-08-31
resources:
  one:
    type: OS::Nova::Server
    metadata:
      l0: &l0 { prt: web }
${levels.join('')}    properties: { flavor: small, networks: [*l0, *l0, *l0] }
`
    expect(await heatFindings({ 't.yaml': template })).toEqual([
      'heat/unknown-property t.yaml:6:17 "networks" of OS::Nova::Server has no key "prt".',
    ])
  })

  test.each([
    '[]',
    'text',
    'null',
    '{ __proto__: 1 }',
    '{ constructor: { a: 1 } }',
    '[[[]]]',
    '{ ? [a] : b }',
  ])('properties that are %s cause no failure', async (properties) => {
    for (const text of await heatMessages(resource('OS::Nova::Server', properties))) {
      expect(text).toMatch(/^heat\/(missing-property|unknown-property|invalid-structure) /)
    }
  })
})

describe('members of groups', () => {
  const group = (member: string) =>
    resource('OS::Heat::ResourceGroup', `{ count: 2, resource_def: ${member} }`)

  test('are checked against their own type', async () => {
    expect(await heatMessages(group('{ type: OS::Neutron::Net, properties: { nme: a } }'))).toEqual([
      'heat/unknown-property OS::Neutron::Net has no property "nme".',
    ])
    expect(await heatMessages(group('{ type: OS::Neutron::Nett }'))).toEqual([
      'heat/unknown-resource-type Heat has no resource type "OS::Neutron::Nett".',
    ])
  })

  test('can contain the placeholder for the index', async () => {
    expect(
      await heatMessages(group('{ type: OS::Cinder::Volume, properties: { size: "%index%" } }')),
    ).toEqual([])
  })

  test('can be groups', async () => {
    const inner =
      'properties: { resource: { type: OS::Neutron::Net, properties: { nme: a } }, min_size: 1, max_size: 2 }'
    expect(await heatMessages(group(`{ type: OS::Heat::AutoScalingGroup, ${inner} }`))).toEqual([
      'heat/unknown-property OS::Neutron::Net has no property "nme".',
    ])
  })
})

describe('types', () => {
  const typed = (type: string) =>
    `heat_template_version: 2018-08-31\nresources:\n  one: { type: "${type}" }\n`

  test.each([
    ['OS::Neutron::Nett', 'heat/unknown-resource-type Heat has no resource type "OS::Neutron::Nett".'],
    ['OS::Neutrn::Net', 'heat/unknown-resource-type Heat has no resource type "OS::Neutrn::Net".'],
    [
      'OS::Neutron::Teleporter',
      'heat/unknown-resource-type Heat has no resource type "OS::Neutron::Teleporter".',
    ],
    ['OS::Contrail::VirtualNetwork', ''],
    ['My::Server', ''],
    [
      'server.yml',
      'heat/unknown-resource-type Heat does not read "server.yml" as a template because of its extension.',
    ],
    ['Server', ''],
    ['OS::Quantum::Net', ''],
    ['OS::Heat::None', ''],
    ['constructor', ''],
    ['{{ type }}', ''],
  ])('%s', async (type, expected) => {
    expect(await heatMessages(typed(type))).toEqual(expected ? [expected] : [])
  })

  test('an unknown type without a similar name is a warning, since a plugin can provide it', async () => {
    const { validated } = await import('../folder.js')
    const { findings } = await validated({ 't.yaml': typed('OS::Neutron::Teleporter') })
    expect(findings.map(({ severity }) => severity)).toEqual(['warning'])
  })

  test('which types are removed depends on the release', async () => {
    const files = { 't.yaml': typed('OS::Senlin::Receiver') }
    expect((await heatFindings(files, '2025.1'))[0]).toContain('heat/removed-resource-type t.yaml:3:16')
    expect((await heatFindings(files, '2024.1'))[0]).toContain('heat/')
    expect((await heatFindings(files, 'zed'))[0]).toContain('heat/missing-property')
  })
})

describe('attributes', () => {
  const asked = (type: string, attribute: string) =>
    `heat_template_version: 2018-08-31\nresources:\n  one: { type: "${type}" }\noutputs:\n  a: { value: { get_attr: [one, ${attribute}] } }\n`

  test.each([
    [
      'OS::Neutron::Net',
      'mtus',
      'heat/unknown-attribute t.yaml:5:33 OS::Neutron::Net has no attribute "mtus".',
    ],
    ['OS::Neutron::Net', 'mtu', ''],
    ['OS::Neutron::Net', 'show', ''],
    ['OS::Neutron::Net', '{ get_param: "OS::stack_name" }', ''],
    ['OS::Neutron::Net', '"%name%"', ''],
    [
      'OS::Neutron::Net',
      '0',
      'heat/invalid-function-arguments t.yaml:5:17 The function get_attr does not accept these arguments.',
    ],
    ['OS::Heat::None', 'anything', ''],
    ['My::Server', 'anything', ''],
  ])('%s %s', async (type, attribute, expected) => {
    expect(await heatFindings({ 't.yaml': asked(type, attribute) })).toEqual(expected ? [expected] : [])
  })
})
