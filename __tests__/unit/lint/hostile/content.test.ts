import { describe, expect, test } from '@jest/globals'
import { expectSound, findingsIn } from './checked.js'

const range = (count: number) => Array.from({ length: count }, (_, index) => index)
const many = (count: number, line: (index: number) => string) => range(count).map(line).join('')

/** Each level is nine times the one before: nobody can write it out. */
const LAUGHS = `a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n${many(
  18,
  (at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]\n`,
)}`
/** The same with mappings that take each other in, twice each. */
const MERGES = `a0: &a0 {k0: 1}\n${many(60, (at) => `a${at + 1}: &a${at + 1} {<<: [*a${at}, *a${at}], k${at + 1}: 1}\n`)}`
const CHAIN = `a0: &a0 {${many(1000, (at) => `k${at}: 1, `)}}\n${many(3000, (at) => `a${at + 1}: &a${at + 1} {<<: *a${at}}\n`)}`

const nested = (text: string) => text.replace(/^(?=.)/gm, '  ')

describe('content that expands without limit', () => {
  const bomb = `${LAUGHS}${MERGES.replaceAll('a', 'm')}`
  test.each<[string, string, string]>([
    ['yaml', 'vars.yml', bomb],
    [
      'openstack_ansible',
      'openstack_user_config.yml',
      `${bomb}cidr_networks: *a18\nused_ips: *a18\ncompute_hosts: *m60\nglobal_overrides: {provider_networks: *a18}\n`,
    ],
    [
      'kolla_ansible',
      'globals.yml',
      `${bomb}kolla_base_distro: *a18\nenable_nova: *m60\nneutron_type_drivers: *a18\n`,
    ],
    [
      'heat',
      'stack.yaml',
      `heat_template_version: 2018-08-31\nresources:\n${nested(bomb)}  s: {type: *a18, properties: *m60, depends_on: *a18}\nparameters: *m60\noutputs: {o: {value: {list_join: *a18}}}\nconditions: *m60\n`,
    ],
    ['heat_environment', 'env.yaml', `parameters:\n${nested(bomb)}resource_registry: *m60\n`],
    [
      'ansible',
      'site.yml',
      `- hosts: &h [a]\n  vars:\n${nested(nested(bomb))}  tasks: *a18\n  roles: *a18\n  environment: *m60\n- hosts: *a18\n`,
    ],
    ['ansible', 'inventory.yml', `all:\n  vars:\n${nested(nested(bomb))}  hosts: *m60\n  children: *m60\n`],
    ['ansible', 'requirements.yml', `${bomb}roles: *a18\ncollections: *a18\n`],
    ['clouds', 'clouds.yaml', `x:\n${nested(bomb)}clouds: {a: {auth: *m60, regions: *a18}, b: *m60}\n`],
    [
      'manifest',
      'changeover.yml',
      `version: 1\nname: a\nx:\n${nested(bomb)}validate: {checks: *a18, rules: *m60}\nenvironments: *m60\n`,
    ],
  ])('%s: %s', (_kind, path, text) => {
    expectSound({ [path]: text })
  })

  test('mappings that each merge the previous one', () => {
    expectSound({ 'group_vars/all.yml': CHAIN })
  })
})

describe('content that is nested too deeply', () => {
  const DEPTH = 10_000
  test.each<[string, string]>([
    ['lists in brackets', '['.repeat(DEPTH) + ']'.repeat(DEPTH)],
    ['mappings in braces', '{a: '.repeat(DEPTH) + '}'.repeat(DEPTH)],
    ['brackets that nothing closes', '['.repeat(DEPTH)],
    ['lists in blocks', `${'- '.repeat(DEPTH)}x`],
    ['mappings in blocks', many(1_500, (at) => `${' '.repeat(at)}a:\n`)],
    ['complex keys', `${'? '.repeat(DEPTH)}x`],
    ['anchors', many(DEPTH, (at) => `&a${at} `)],
    ['Jinja', `a: ${'{{ '.repeat(DEPTH)}`],
    ['Jinja blocks', `${'{% if a %}\n'.repeat(DEPTH)}a: 1\n`],
  ])('%s is refused at its place, without a crash', (_what, text) => {
    for (const path of [
      'vars.yml',
      'changeover.yml',
      'globals.yml',
      'nova.conf',
      'inventory/hosts',
      'haproxy.cfg',
    ]) {
      expectSound({ [path]: text })
    }
  })

  test('ordinary nesting is read', () => {
    expect(findingsIn({ 'a.yml': `a: ${'['.repeat(60)}${']'.repeat(60)}\n` })).toEqual([])
  })
})

describe('content that is very long', () => {
  const KEYS = 100_000
  test.each<[string, string, string]>([
    ['keys', 'vars.yml', many(KEYS, (at) => `key_${at}: ${at}\n`)],
    ['keys on one line', 'vars.yml', `{${many(KEYS, (at) => `k${at}: 1, `)}}`],
    [
      'variables of kolla-ansible',
      'globals.yml',
      `kolla_base_distro: a\n${many(20_000, (at) => `enable_x${at}: 1\n`)}`,
    ],
    [
      'hosts of openstack-ansible',
      'openstack_user_config.yml',
      `cidr_networks: {management: 10.0.0.0/8}\ncompute_hosts:\n${many(20_000, (at) => `  c${at}: {ip: 10.0.${at >> 8}.${at & 255}}\n`)}`,
    ],
    [
      'resources that need each other',
      'stack.yaml',
      `heat_template_version: 2018-08-31\nresources:\n${many(10_000, (at) => `  r${at}: {type: OS::Heat::None, depends_on: r${at + 1}}\n`)}  r10000: {type: OS::Heat::None}\n`,
    ],
    ['hosts of an inventory', 'inventory/hosts', `[a]\n${many(30_000, (at) => `h${at}\n`)}`],
    ['groups of an inventory', 'inventory/hosts', many(20_000, (at) => `[g${at}:children]\ng${at + 1}\n`)],
    ['options', 'nova.conf', `[DEFAULT]\n${many(30_000, (at) => `key_${at} = ${at}\n`)}`],
    ['sections', 'nova.conf', many(30_000, (at) => `[s${at}]\n`)],
    [
      'backends',
      'haproxy.cfg',
      `global\n${many(20_000, (at) => `backend b${at}\n  server s 10.0.0.1:${at}\n`)}`,
    ],
    ['one line', 'vars.yml', `a: ${'x'.repeat(1_000_000)}\n`],
    ['one line of Jinja', 'vars.yml', `a: "${'{{ x }} '.repeat(150_000)}"\n`],
    ['one line of an option', 'nova.conf', `[DEFAULT]\na = ${'x, '.repeat(300_000)}\n`],
    ['one line of an inventory', 'inventory/hosts', `[a]\nh1 ${'a=b '.repeat(250_000)}\n`],
    ['one line of HAProxy', 'haproxy.cfg', `global\n  ${'x '.repeat(500_000)}\n`],
    ['blanks', 'haproxy.cfg', `global\n${' '.repeat(1_000_000)}x\n`],
    [
      'blanks in a template',
      'globals.yml',
      `{% if a %}${' '.repeat(1_000_000)}\nkolla_base_distro: {{ a }}\n`,
    ],
  ])('%s: %s', (_what, path, text) => {
    expectSound({ [path]: text })
  })

  test.each<[string, string, string]>([
    [
      'a range of hosts',
      'inventory/hosts',
      '[a]\nh[1:999999999]\nh[1:9][1:9][1:9][1:9][1:9][1:9][1:9][1:9][1:9]\n',
    ],
    ['a range of hosts in YAML', 'inventory.yml', 'all: {hosts: {"h[00000000:99999999]": {}}}\n'],
    [
      'all addresses',
      'openstack_user_config.yml',
      'cidr_networks: {management: 0.0.0.0/0, x: "::/0"}\nused_ips: ["0.0.0.0,255.255.255.255"]\ncompute_hosts: {c: {ip: 1.2.3.4}}\n',
    ],
    [
      'a range of VLANs',
      'openstack_user_config.yml',
      'global_overrides: {provider_networks: [{network: {type: vlan, range: "a:1:999999999", net_name: a}}]}\n',
    ],
    [
      "an operator's own slow pattern",
      'stack.yaml',
      `heat_template_version: 2018-08-31\nparameters: {p: {type: string, default: "${'a'.repeat(40)}!", constraints: [{allowed_pattern: "(a+)+$"}]}}\nresources: {r: {type: OS::Heat::Value, properties: {value: {get_param: p}}}}\n`,
    ],
    [
      'a number',
      'stack.yaml',
      'heat_template_version: 2018-08-31\nparameters: {p: {type: string, constraints: [{length: {min: 1e999, max: -1}}], default: a}}\nresources: {r: {type: OS::Heat::ResourceGroup, properties: {count: 999999999999, resource_def: {type: OS::Heat::None}}}}\n',
    ],
  ])('a short text that expands a lot: %s', (_what, path, text) => {
    expectSound({ [path]: text })
  })
})

describe('names with a meaning in JavaScript', () => {
  const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'length']
  const keys = (value: string) => NAMES.map((name) => `${name}: ${value}`).join(', ')

  test.each<[string, string]>([
    ['vars.yml', `{${keys('1')}}`],
    ['globals.yml', `{kolla_base_distro: a, ${keys('yes')}}`],
    [
      'openstack_user_config.yml',
      `cidr_networks: {${keys('10.0.0.0/24')}}\nglobal_overrides: {${keys('{}')}}\n${NAMES.map((name) => `${name}_hosts: {${keys('{ip: 10.0.0.1}')}}\n`).join('')}`,
    ],
    [
      'stack.yaml',
      `heat_template_version: 2018-08-31\nparameters: {${keys('{type: toString}')}}\nresources: {${keys('{type: constructor, properties: {a: {get_param: __proto__}, b: {get_resource: valueOf}, c: {get_attr: [length, toString]}}}')}}\n`,
    ],
    [
      'stack2.yaml',
      `heat_template_version: constructor\nresources: {${keys('{type: "OS::Nova::Server", properties: {constructor: {toString: 1}}}')}}\n`,
    ],
    [
      'site.yml',
      `- {hosts: constructor, ${keys('1')}, tasks: [{${keys('1')}}, {constructor: {}, notify: __proto__}]}\n`,
    ],
    [
      'inventory/hosts',
      NAMES.map(
        (name) => `[${name}]\n${name} ${name}=1\n[${name}:vars]\n${name}=1\n[x:children]\n${name}\n`,
      ).join(''),
    ],
    [
      'inventory.yml',
      `all: {hosts: {${keys('{}')}}, children: {${keys('{hosts: {constructor: {}}}')}}, vars: {${keys('1')}}}\n`,
    ],
    [
      'nova.conf',
      `[DEFAULT]\n${NAMES.map((name) => `${name} = 1\n`).join('')}${NAMES.map((name) => `[${name}]\n${name} = 1\n`).join('')}`,
    ],
    ['clouds.yaml', `clouds: {${keys('{auth: {constructor: 1}, toString: 2}')}}\n`],
    [
      'haproxy.cfg',
      NAMES.map((name) => `backend ${name}\n  server ${name} 10.0.0.1:1\n  ${name} ${name}\n`).join(''),
    ],
    [
      'changeover.yml',
      `version: 1\nname: a\nvalidate: {rules: {${keys('off')}}}\nenvironments: {${keys('{strategy: toString}')}}\nservices: {${keys('{needs: [constructor]}')}}\n`,
    ],
  ])('%s', (path, text) => {
    expectSound({ [path]: text })
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })
})
