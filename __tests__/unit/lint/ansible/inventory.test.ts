import { describe, expect, test } from '@jest/globals'
import {
  hostsOf,
  type Inventory,
  inventories,
  readInventory,
} from '../../../../src/lint/readers/ansible/inventory.js'
import { definition, definitionsOf } from './files.js'

function read(text: string, path = 'inventory/hosts'): Inventory {
  const inventory = readInventory(definition(path, text))
  if (!inventory) throw new Error(`${path} is no inventory`)
  return inventory
}

/** group → hosts with their variables, children and variables */
function shape({ groups }: Inventory) {
  return Object.fromEntries(
    [...groups.values()].map(({ name, hosts, children, vars }) => [
      name,
      {
        hosts: hosts.map((host) =>
          [host.name, ...[...host.vars.values()].map((v) => `${v.name}=${v.value}`)].join(' '),
        ),
        children: children.map((child) => child.name),
        vars: [...vars.values()].map((v) => `${v.name}=${v.value}`),
      },
    ]),
  )
}

const problems = ({ problems: found }: Inventory) =>
  found.map(({ message, range: { start } }) => `${start.line}:${start.column} ${message}`)

describe('an inventory in INI form', () => {
  test('has hosts, children and variables', () => {
    const inventory = read(
      `
# the first hosts stand in no group
deploy ansible_connection=local

[control]
ctl[01:03].example.com ansible_user=kolla ; [no group]
ctl4:2222

[control:vars]
motd = Hello, you = me # and more
; a comment
empty=
[all:children]
control # the only one
`.replace(' ; [no group]', ' # [no group]'),
    )
    expect(problems(inventory)).toEqual([])
    expect(shape(inventory)).toEqual({
      ungrouped: { hosts: ['deploy ansible_connection=local'], children: [], vars: [] },
      control: {
        hosts: [
          'ctl01.example.com ansible_user=kolla',
          'ctl02.example.com ansible_user=kolla',
          'ctl03.example.com ansible_user=kolla',
          'ctl4 ansible_port=2222',
        ],
        children: [],
        vars: ['motd=Hello, you = me # and more', 'empty='],
      },
      all: { hosts: [], children: ['control'], vars: [] },
    })
  })

  test('splits the variables of a host as a shell does', () => {
    const { groups } = read(`[web]\nweb1 a="x y" b='say "hi"' c=one\\ word d="a\\"b" e=cut#off f=1\n`)
    const vars = [...(groups.get('web')?.hosts[0]?.vars.values() ?? [])].map(({ name, value }) => [
      name,
      value,
    ])
    expect(vars).toEqual([
      ['a', 'x y'],
      ['b', 'say "hi"'],
      ['c', 'one word'],
      ['d', 'a"b'],
      ['e', 'cut'],
    ])
  })

  test.each([
    ['web[1:3]', ['web1', 'web2', 'web3']],
    ['web[08:10]', ['web08', 'web09', 'web10']],
    ['web[:1]', ['web0', 'web1']],
    ['web[1:9:4]', ['web1', 'web5', 'web9']],
    ['r[a:b]n[1:2]', ['ra' + 'n1', 'ran2', 'rbn1', 'rbn2']],
    ['web[3:1]', []],
    ['10.0.0.[1:2]:2222', ['10.0.0.1', '10.0.0.2']],
    ['[fd00::1]:22', ['fd00::1']],
    ['fd00::1', ['fd00::1']],
    ['web1:ssh', ['web1:ssh']],
  ])('%s names its hosts', (pattern, names) => {
    const inventory = read(`[web]\n${pattern}\n`)
    expect(problems(inventory)).toEqual([])
    expect(inventory.groups.get('web')?.hosts.map(({ name }) => name)).toEqual(names)
  })

  test('knows its places', () => {
    const { groups } = read(
      '[web]\n  web1  port=1  "user=a b"\n[web:vars]\n x = 1\n[all:children]\n web # c\n',
    )
    const web = groups.get('web')
    expect(web?.range).toMatchObject({ start: { line: 1, column: 2 }, end: { line: 1, column: 5 } })
    expect(web?.hosts[0]?.range).toMatchObject({ start: { line: 2, column: 3 }, end: { line: 2, column: 7 } })
    expect(web?.hosts[0]?.vars.get('user')?.range.start).toEqual({ line: 2, column: 17 })
    expect(web?.vars.get('x')?.range).toMatchObject({
      start: { line: 4, column: 2 },
      end: { line: 4, column: 7 },
    })
    expect(groups.get('all')?.children[0]?.range.end).toEqual({ line: 6, column: 5 })
  })

  test.each([
    ['[web]\nweb1 port\n', '2:6 "port" is no variable of a host.'],
    ['[web]\nweb1 user="a\n', '2:1 The host cannot be read: a quote is not closed.'],
    ['[web]\nweb1 user=a\\\n', '2:1 The host cannot be read: nothing follows the last backslash.'],
    ['[web]\nweb[1-3]\n', '2:1 "web[1-3]" is no host: a range is written [first:last] or [first:last:step].'],
    ['[web]\nweb[1:]\n', '2:1 "web[1:]" is no host: a range needs its last value.'],
    ['[web]\nweb[01:3]\n', '2:1 "web[01:3]" is no host: both ends of a padded range have the same length.'],
    ['[web]\nweb[b:a]\n', '2:1 "web[b:a]" is no host: the first value of a range comes before the last.'],
    ['[web]\nweb[a:10]\n', '2:1 "web[a:10]" is no host: a range goes over numbers or over single letters.'],
    ['[web]\nweb[1:3:0]\n', '2:1 "web[1:3:0]" is no host: the step of a range is a whole number above 0.'],
    ['[web]\nweb]1[\n', '2:1 "web]1[" is no host: a bracket is not closed, or closed before it is opened.'],
    ['[web]\nweb1:\n', '2:1 "web1:" is no host: a port is missing behind the colon.'],
    ['[web]\n""\n', '2:1 "" is no host: it is empty.'],
    ['[web]\n[db servers]\ndb1\n', '2:1 "[db servers]" is no section that Ansible can read.'],
    ['[web]\n[web:hots]\nweb1\n', '2:6 A section "[web:hots]" is unknown to Ansible.'],
    ['[web]\n[web:vars]\nport 80\n', '3:1 "port 80" is no variable of a group.'],
    ['[web]\n[all:children]\nweb db\n', '3:1 "web db" is no name of a group.'],
  ])('%j is refused', (text, problem) => {
    expect(problems(read(text))).toEqual([problem])
  })
})

describe('an inventory in YAML form', () => {
  test('has hosts, children and variables', () => {
    const inventory = read(
      `all:
  vars: { region: one }
  hosts: deploy
  children:
    control:
      hosts:
        ctl[1:2]: { ansible_user: kolla }
        ctl3:22:
    empty:
`,
      'inventory.yml',
    )
    expect(problems(inventory)).toEqual([])
    expect(shape(inventory)).toEqual({
      all: { hosts: ['deploy'], children: ['control', 'empty'], vars: ['region=one'] },
      control: {
        hosts: ['ctl1 ansible_user=kolla', 'ctl2 ansible_user=kolla', 'ctl3 ansible_port=22'],
        children: [],
        vars: [],
      },
      empty: { hosts: [], children: [], vars: [] },
    })
  })

  test('may have any group on top, where inventories lie', () => {
    const text = 'web:\n  hosts:\n    web1:\ndb:\n'
    expect([...read(text, 'inventories/one/site.yml').groups.keys()]).toEqual(['web', 'db'])
    expect(readInventory(definition('files/site.yml', text))).toBeUndefined()
  })

  test.each([
    [
      'all:\n  hosts: [web1]\n',
      '2:10 The hosts of the group "all" are no mapping, so Ansible refuses the file.',
    ],
    [
      'all:\n  children:\n    web: yes\n',
      '3:5 The child group "web" is no mapping, so Ansible refuses the file.',
    ],
    [
      'all:\n  hosts:\n    web1: up\n',
      '3:11 The variables of the host "web1" are no mapping, so Ansible refuses the file.',
    ],
    [
      'all:\n  hosts:\n    101:\n',
      '3:5 The host "101" has a number or a truth value for its name, so Ansible refuses the file.',
    ],
    [
      'all:\n  hosts:\n    "101":\n    web[1-2]:\n',
      '4:5 "web[1-2]" is no host: a range is written [first:last] or [first:last:step].',
    ],
    [
      'all:\n  hosts:\n  children:\n    no: {}\n',
      '4:5 The group "no" has a number or a truth value for its name, so Ansible refuses the file.',
    ],
  ])('%j is refused', (text, problem) => {
    expect(problems(read(text, 'hosts.yml'))).toEqual([problem])
  })
})

test('many aliases of a small file do not make it endless', () => {
  const levels = Array.from({ length: 24 }, (_, level) => level)
  const text = `all:\n  children:\n    g0: &g0 {hosts: {a: }}\n${levels
    .map(
      (level) =>
        `    g${level + 1}: &g${level + 1} {children: {x${level}: *g${level}, y${level}: *g${level}}}\n`,
    )
    .join('')}`
  const started = Date.now()
  expect(read(text, 'hosts.yml').groups.size).toBeGreaterThan(20)
  expect(Date.now() - started).toBeLessThan(10_000)
})

describe('files in one folder', () => {
  const merged = (files: Record<string, string>, all?: ReadonlySet<string>) => [
    ...inventories(definitionsOf(files), all),
  ]

  test('are one inventory', () => {
    const [inventory, ...others] = merged({
      'inventory/10-custom': '[nodes]\nnode[1:2] rack=a\n',
      'inventory/20-roles': '[control:children]\nnodes\n[nodes]\nnode2 rack=b\n',
    })
    expect(others).toEqual([])
    expect(inventory?.path).toBe('inventory')
    expect(inventory?.files.map(({ path }) => path)).toEqual(['inventory/10-custom', 'inventory/20-roles'])
    expect(inventory && [...hostsOf(inventory, 'control')]).toEqual(['node1', 'node2'])
    expect(inventory && [...hostsOf(inventory, 'all')]).toEqual(['node1', 'node2'])
    expect(inventory && [...hostsOf(inventory, 'none')]).toEqual([])
    expect(inventory?.hosts.get('node2')?.vars.get('rack')).toMatchObject({
      value: 'b',
      file: 'inventory/20-roles',
    })
    expect([...(inventory?.hosts.get('node2')?.groups ?? [])]).toEqual(['nodes'])
  })

  test('are several when they are alternatives', () => {
    const files = { 'inventory/multinode': '[control]\na\n', 'inventory/all-in-one': '[control]\nb\n' }
    expect(merged(files).map(({ path }) => path)).toEqual(['inventory/multinode', 'inventory/all-in-one'])
  })

  test('made by a template are not read', () => {
    const template = '[web]\n{% for host in hosts %}\n{{ host }} a={{ a }}\n{% endfor %}\n'
    expect(
      merged({ 'inventory/hosts': template, 'roles/x/templates/hosts': '[web]\nweb1 {{ a }}\n' }),
    ).toEqual([])
  })

  test('are not the whole inventory when a script or a plugin stands beside them', () => {
    const files = { 'inventory/hosts': '[control]\na\n' }
    const names = (...more: string[]) => new Set(['inventory/hosts', ...more])
    const isWhole = (all: ReadonlySet<string>) => merged(files, all).map((inventory) => inventory.isWhole)
    expect(
      isWhole(names('inventory/.gitignore', 'inventory/README.md', 'inventory/group_vars/all.yml')),
    ).toEqual([true])
    expect(isWhole(names('inventory/cloud.py'))).toEqual([false])
    expect(isWhole(names('inventory/more/cloud.py'))).toEqual([false])
  })
})

describe('hostile inventories', () => {
  test.each([
    ['a range that never ends', '[web]\nweb[1:99999999999999]\n'],
    ['ranges in ranges', `[web]\n${'web[1:9999]'.repeat(8)}\n`],
    ['a great many brackets', `[web]\n${'[1:1]'.repeat(100_000)}\n`],
    ['an endless range of nothing', '[web]\nweb[1:99999999999999][2:1]\n'],
    ['many wide ranges', `[web]\n${'web[1:9999]\n'.repeat(5000)}`],
    ['a long line', `[web]\nweb1 ${'a=b '.repeat(100_000)}\n`],
    ['many colons', `[web]\n${'a:'.repeat(100_000)}\n`],
    ['many open brackets', `[web]\n${'['.repeat(100_000)}\n`],
  ])('%s is read soon', (_, text) => {
    const started = Date.now()
    expect(read(text).groups.get('web')?.hosts.length).toBeLessThan(110_000)
    expect(Date.now() - started).toBeLessThan(10_000)
  })

  test('groups that name each other in a circle end', () => {
    const files = { 'inventory/hosts': '[a:children]\nb\n[b:children]\na\n[b]\nx\n' }
    const [inventory] = inventories(definitionsOf(files))
    expect(inventory && [...hostsOf(inventory, 'a')]).toEqual(['x'])
  })

  test.each([
    'all: &a\n  children:\n    web: *a\n',
    'all:\n  children: &c\n    __proto__:\n      hosts: {constructor: }\n',
    'all: [1]\nhosts:\n',
    '[web]\n__proto__ constructor=1\n',
  ])('%j does not break it', (text) => {
    const found = definitionsOf({ 'hosts.yml': text, 'inventory/hosts': text }).map(readInventory)
    expect(found.length).toBeGreaterThan(0)
  })
})
