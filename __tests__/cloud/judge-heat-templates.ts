/** Templates of our own: bodies of a resource's property, or whole ones, right and wrong in Heat's eyes. */
const property = (value: string, version = '2018-08-31') => `heat_template_version: ${version}
parameters:
  text: { type: string, default: a }
  list: { type: comma_delimited_list, default: 'a,b' }
  map: { type: json, default: { a: b } }
conditions:
  chosen: { equals: [{ get_param: text }, a] }
resources:
  other: { type: OS::Neutron::Net }
  network:
    type: OS::Heat::Value
    properties:
      value: ${value}
outputs:
  all: { value: [{ get_param: text }, { get_param: list }, { get_param: map }, { if: [chosen, 1, 2] }] }
`
const old = (value: string, version: string) =>
  `heat_template_version: ${version}\nresources:\n  network: { type: OS::Neutron::Net, properties: { name: ${value} } }\n`
const parameter = (definition: string, type = 'string') =>
  `heat_template_version: 2018-08-31\nparameters:\n  one: { type: ${type}, ${definition} }\nresources:\n  network: { type: OS::Heat::Value, properties: { value: { get_param: one } } }\n`
const resource = (type: string, properties: string, more = '') =>
  `heat_template_version: 2018-08-31\nresources:\n  one:\n    type: ${type}\n    properties: ${properties}\n${more}`
const server = (more: string) =>
  resource('OS::Nova::Server', `{ flavor: small, image: debian, networks: [{ network: web }], ${more} }`)

export const TEMPLATES: Readonly<Record<string, string>> = {
  'join several lists': property("{ list_join: [',', [a], { get_param: list }] }"),
  'join one list in an old version': old("{ list_join: ['-', [a, b]] }", '2014-10-16'),
  'join several lists in an old version': old("{ list_join: ['-', [a], [b]] }", '2014-10-16'),
  'join with a number': property('{ list_join: [1, [a, b]] }'),
  'join a text': property("{ list_join: [',', text] }"),
  'join a map': property("{ list_join: { ',': [a] } }"),
  'replace in a text': property('{ str_replace: { template: one-x, params: { x: 1 } } }'),
  'replace in a number': property('{ str_replace: { template: 5, params: { x: 1 } } }'),
  'replace without params': property('{ str_replace: { template: one } }'),
  'replace with a list': property('{ str_replace: { template: one, params: [x] } }'),
  'replace what a function says': property('{ str_replace: { template: a, params: { get_param: map } } }'),
  'replace strictly what is not there': property(
    '{ str_replace_strict: { template: one, params: { x: 1 } } }',
  ),
  'split a text': property("{ str_split: [',', 'a,b', 0] }"),
  'split a map': property('{ str_split: { a: b } }'),
  'split nothing': property("{ str_split: [','] }"),
  'repeat a text': property("{ repeat: { for_each: { '%a%': [1, 2] }, template: x } }").replace(
    '[1, 2]',
    '[a, b]',
  ),
  'repeat what a function says': property(
    "{ repeat: { for_each: { '%a%': { get_param: list } }, template: '%a%' } }",
  ),
  'repeat without a template': property("{ repeat: { for_each: { '%a%': [b] } } }"),
  'repeat over a list': property('{ repeat: { for_each: [a, b], template: x } }'),
  'merge maps': property('{ map_merge: [{ a: 1 }, { get_param: map }] }'),
  'merge a map': property('{ map_merge: { a: 1 } }'),
  'merge texts': property('{ map_merge: [a, b] }'),
  'concat lists': property('{ list_concat: [[a], { get_param: list }] }'),
  'concat texts': property('{ list_concat: [a, b] }'),
  'a digest': property('{ digest: [sha256, a] }'),
  'a digest of nothing': property('{ digest: sha256 }'),
  yaql: property('{ yaql: { expression: $.data.len(), data: [1] } }'),
  'yaql with another key': property('{ yaql: { expression: $.data.len(), date: [1] } }'),
  'a url': property('{ make_url: { scheme: https, host: example.org, port: 5000 } }'),
  'a url with another key': property('{ make_url: { scheme: https, hostname: example.org } }'),
  'a filter': property('{ filter: [[a], { get_param: list }] }'),
  'a filter of one': property('{ filter: [[a]] }'),
  'what contains': property('{ contains: [a, { get_param: list }] }'),
  'an if by name': property('{ if: [chosen, 1, 2] }'),
  'an if by true': property('{ if: [true, 1, 2] }'),
  'an if without else': property('{ if: [chosen, 1] }', 'wallaby'),
  'an if of four': property('{ if: [chosen, 1, 2, 3] }'),
  'an if by another name': property('{ if: [chose, 1, 2] }'),
  'a parameter by path': property('{ get_param: [map, a] }'),
  'no parameter': property('{ get_param: [] }'),
  'a parameter by number': property('{ get_param: 5 }'),
  'an attribute as text': property('{ get_attr: other }'),
  'all attributes': property('{ get_attr: [other] }'),
  'all attributes in an old version': old('{ get_attr: [network] }', '2014-10-16'),
  'an attribute that is there': property('{ get_attr: [other, mtu] }'),
  'an attribute that is not there': property('{ get_attr: [other, color] }'),
  'a facade': property('{ resource_facade: color }'),
  'a resource by list': property('{ get_resource: [other] }'),
  'a circle of references': property('{ get_resource: network }'),
  'a function of another version': old('{ digest: [md5, a] }', '2014-10-16'),
  'a function that was removed': old("{ 'Fn::Join': ['', [a]] }", '2014-10-16'),
  'a number as a name': old('5', '2018-08-31'),
  'a truth value as a name': old('true', '2018-08-31'),
  'a float as a name': old('1.5', '2018-08-31'),
  'a list as a name': old('[a]', '2018-08-31'),
  'a date as a name': old('2020-01-01', '2018-08-31'),
  'nothing as a name': old('null', '2018-08-31'),
  'text as a size': resource('OS::Cinder::Volume', '{ size: "10" }'),
  'a word as a size': resource('OS::Cinder::Volume', '{ size: ten }'),
  'a size of nothing': resource('OS::Cinder::Volume', '{ size: 0 }'),
  'yes as text': resource('OS::Neutron::Net', '{ shared: "yes" }'),
  'True as text': resource('OS::Neutron::Net', '{ shared: "True" }'),
  'one as a truth value': resource('OS::Neutron::Net', '{ shared: 1 }'),
  'a text as a list': server('security_groups: web'),
  'a list of texts': server('security_groups: [web]'),
  'metadata of numbers': server('metadata: { a: 1 }'),
  'metadata as text': server('metadata: "{}"'),
  'an unknown key of a network': server('tags: [a]').replace('network: web', 'netwrk: web'),
  'a policy that is not there': server('user_data_update_policy: KEEP'),
  'a tag that is too long': server(`tags: [${'x'.repeat(61)}]`),
  'a name pattern': resource('OS::Designate::Zone', '{ name: example.org., email: a@example.org, ttl: 0 }'),
  'an address that is none': resource(
    'OS::Neutron::Port',
    '{ network: web, fixed_ips: [{ ip_address: 192.0.2.300 }] }',
  ),
  'a port': resource(
    'OS::Neutron::Port',
    '{ network: web, fixed_ips: [{ ip_address: 192.0.2.30, subnet: a }] }',
  ),
  'a MAC address': resource('OS::Neutron::Port', '{ network: web, mac_address: "fa:16:3e:00:00:01" }'),
  'a MAC address that is none': resource(
    'OS::Neutron::Port',
    '{ network: web, mac_address: "fa:16:3e:00:00" }',
  ),
  'a network that is none': resource('OS::Neutron::Subnet', '{ network: web, cidr: 192.0.2.0 }'),
  'an older name of a property': resource('OS::Neutron::Subnet', '{ network_id: web, cidr: 192.0.2.0/24 }'),
  'a pool without its end': resource(
    'OS::Neutron::Subnet',
    '{ network: web, cidr: 192.0.2.0/24, allocation_pools: [{ start: 192.0.2.5 }] }',
  ),
  'a step of a number': resource('OS::Heat::RandomString', '{ length: 600 }'),
  'an external resource':
    'heat_template_version: 2018-08-31\nresources:\n  one: { type: OS::Neutron::Port, external_id: abc }\n',
  'a group with a policy': resource(
    'OS::Heat::ResourceGroup',
    '{ count: 2, resource_def: { type: OS::Heat::Value, properties: { value: "%index%" } } }',
    '    update_policy: { rolling_update: { max_batch_size: 2 } }\n',
  ),
  'a policy of no group': resource(
    'OS::Neutron::Net',
    '{}',
    '    update_policy: { rolling_update: { max_batch_size: 2 } }\n',
  ),
  'a group with a wrong batch': resource(
    'OS::Heat::ResourceGroup',
    '{ resource_def: { type: OS::Heat::None } }',
    '    update_policy: { rolling_update: { max_batch_size: 0 } }\n',
  ),
  'a snapshot of a network': resource('OS::Neutron::Net', '{}', '    deletion_policy: Snapshot\n'),
  'a policy in small letters': resource('OS::Neutron::Net', '{}', '    deletion_policy: retain\n'),
  'a resource with a slash':
    'heat_template_version: 2018-08-31\nresources:\n  a/b: { type: OS::Neutron::Net }\n',
  'an output of another key':
    'heat_template_version: 2018-08-31\nresources:\n  one: { type: OS::Neutron::Net }\noutputs:\n  a: { value: 1, color: red }\n',
  'an output without a value':
    'heat_template_version: 2018-08-31\nresources:\n  one: { type: OS::Neutron::Net }\noutputs:\n  a: { description: b }\n',
  'a condition by a list':
    'heat_template_version: 2018-08-31\nconditions:\n  a: { and: [true] }\nresources:\n  one: { type: OS::Neutron::Net, condition: a }\n',
  'a condition of conditions':
    'heat_template_version: 2018-08-31\nconditions:\n  a: { not: b }\n  b: { or: [true, false] }\nresources:\n  one: { type: OS::Neutron::Net, condition: a }\n',
  'a condition of no condition':
    'heat_template_version: 2018-08-31\nconditions:\n  a: { not: c }\nresources:\n  one: { type: OS::Neutron::Net, condition: a }\n',
  'conditions in a circle':
    'heat_template_version: 2018-08-31\nconditions:\n  a: { not: b }\n  b: { not: a }\nresources:\n  one: { type: OS::Neutron::Net, condition: a }\n',
  'a default of the wrong type': parameter('default: many', 'number'),
  'a text with commas': parameter("default: 'a,b'", 'comma_delimited_list'),
  'a number as a list': parameter('default: 80', 'comma_delimited_list'),
  'JSON as text': parameter(`default: '{"a": 1}'`, 'json'),
  'no JSON': parameter("default: '{a'", 'json'),
  'a word as a truth value': parameter('default: "on"', 'boolean'),
  'no truth value': parameter('default: maybe', 'boolean'),
  'a number with a length': parameter('default: 12345, constraints: [{ length: { min: 3 } }]'),
  'a text with a length': parameter('default: "12345", constraints: [{ length: { min: 3 } }]'),
  'an empty default': parameter('default: "", constraints: [{ allowed_pattern: "[a-z]+" }]'),
  'a value of the list': parameter('default: b, constraints: [{ allowed_values: [a, b] }]'),
  'a value beside the list': parameter('default: c, constraints: [{ allowed_values: [a, b] }]'),
  'a range of a text': parameter('constraints: [{ range: { min: 1 } }]'),
  'a range of nothing': parameter('constraints: [{ range: {} }]', 'number'),
  'a range of words': parameter('constraints: [{ range: { min: one } }]', 'number'),
  'a modulo': parameter('default: 4, constraints: [{ modulo: { step: 2, offset: 0 } }]', 'number'),
  'a modulo that is broken': parameter(
    'default: 5, constraints: [{ modulo: { step: 2, offset: 0 } }]',
    'number',
  ),
  'a constraint of no kind': parameter('constraints: [{ description: none }]'),
  'a constraint that is a map': parameter('constraints: { length: { min: 1 } }'),
  'a type of another language': parameter('default: a', 'String'),
  'a group of parameters': `${parameter('default: a')}parameter_groups: [{ label: a, parameters: [one] }]\n`,
  'a group of no parameters': `${parameter('default: a')}parameter_groups: [{ label: a }]\n`,
  'a parameter in two groups': `${parameter('default: a')}parameter_groups: [{ parameters: [one] }, { parameters: [one] }]\n`,
  'a parameter called as a resource': parameter('default: a').replace('network:', 'one:'),
  'a section of another name': `${parameter('default: a')}output: {}\n`,
  'a parameter with tags': parameter('default: a, tags: [b]'),
  'a parameter with tags in an old version': parameter('default: a, tags: [b]').replace(
    '2018-08-31',
    '2017-02-24',
  ),
  'properties of nothing':
    'heat_template_version: 2018-08-31\nresources:\n  one:\n    type: OS::Neutron::Net\n    properties:\n',
  'metadata of nothing': resource('OS::Neutron::Net', '{}', '    metadata:\n'),
  'metadata as a list': resource('OS::Neutron::Net', '{}', '    metadata: [a]\n'),
  'needs of nothing': resource('OS::Neutron::Net', '{}', '    depends_on:\n'),
  'needs of an empty list': resource('OS::Neutron::Net', '{}', '    depends_on: []\n'),
  'needs of a map': resource('OS::Neutron::Net', '{}', '    depends_on: { a: b }\n'),
  'a policy of nothing': resource('OS::Neutron::Net', '{}', '    deletion_policy:\n'),
  'updates of nothing': resource('OS::Neutron::Net', '{}', '    update_policy:\n'),
  'a description that is a list': resource('OS::Neutron::Net', '{}', '    description: [a]\n'),
  'a type that is a number': resource('5', '{}'),
  'a type of nothing': resource("''", '{}'),
  'a resource that is a text': 'heat_template_version: 2018-08-31\nresources:\n  one: OS::Neutron::Net\n',
  'resources as a list': 'heat_template_version: 2018-08-31\nresources: [a]\n',
  'resources of nothing': 'heat_template_version: 2018-08-31\nresources:\n',
  'outputs of nothing': resource('OS::Neutron::Net', '{}', 'outputs:\n'),
  'outputs as a text': resource('OS::Neutron::Net', '{}', 'outputs: text\n'),
  'parameters as a list': resource('OS::Neutron::Net', '{}', 'parameters: [a]\n'),
  'parameters of nothing': resource('OS::Neutron::Net', '{}', 'parameters:\n'),
  'conditions as a list': resource('OS::Neutron::Net', '{}', 'conditions: [a]\n'),
  'conditions of nothing': resource('OS::Neutron::Net', '{}', 'conditions:\n'),
  'a condition that is a text': resource('OS::Neutron::Net', '{}', 'conditions: { a: text }\n'),
  'an output that is a text': resource('OS::Neutron::Net', '{}', 'outputs: { a: text }\n'),
  'an output that is described by a function': resource(
    'OS::Neutron::Net',
    '{}',
    "outputs: { a: { value: 1, description: { list_join: [','] } } }\n",
  ),
  'an attribute by number': property('{ get_attr: [other, 5] }'),
  'an attribute by map': property('{ get_attr: [other, { a: b }] }'),
  'a path by map': property('{ get_attr: [other, show, { a: b }] }'),
  'a path by number': property('{ get_attr: [other, subnets, 0] }'),
  'a list in a text of an old version': old(
    '{ str_replace: { template: a, params: { a: [b] } } }',
    '2014-10-16',
  ),
  'a list in a text': old('{ str_replace: { template: a, params: { a: [b] } } }', '2018-08-31'),
  'values with a list': parameter('default: a, constraints: [{ allowed_values: [a, [b]] }]'),
}
