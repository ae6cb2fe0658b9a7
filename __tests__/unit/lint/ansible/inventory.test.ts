import { describe, expect, test } from '@jest/globals'
import type { Inventory } from '../../../../src/lint/readers/ansible/inventory.js'
import { hostsOf, inventories, readInventory } from '../../../../src/lint/readers/ansible/merged-inventory.js'
import { processorMs } from '../../../support/pace.js'
import { definitionsOf } from './findings.js'

function read(text: string, path = 'inventory/hosts'): Inventory {
  const [inventory] = definitionsOf({ [path]: text }).map(readInventory)
  if (!inventory) throw new Error(`${path} is not an inventory`)
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
# the first hosts have no group
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

  test('splits host variables as a shell does', () => {
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
  ])('%s expands to its hosts', (pattern, names) => {
    const inventory = read(`[web]\n${pattern}\n`)
    expect(problems(inventory)).toEqual([])
    expect(inventory.groups.get('web')?.hosts.map(({ name }) => name)).toEqual(names)
  })

  test('has exact ranges', () => {
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
    ['[web]\nweb1 port\n', '2:6 "port" is not a host variable.'],
    ['[web]\nweb1 user="a\n', '2:1 Ansible cannot read this host: a quote is not closed.'],
    ['[web]\nweb1 user=a\\\n', '2:1 Ansible cannot read this host: nothing follows the last backslash.'],
    [
      '[web]\nweb[1-3]\n',
      '2:1 "web[1-3]" is not a valid host: a range has the form [first:last] or [first:last:step].',
    ],
    ['[web]\nweb[1:]\n', '2:1 "web[1:]" is not a valid host: a range needs a last value.'],
    [
      '[web]\nweb[01:3]\n',
      '2:1 "web[01:3]" is not a valid host: both ends of a zero-padded range must have the same length.',
    ],
    [
      '[web]\nweb[b:a]\n',
      '2:1 "web[b:a]" is not a valid host: the first value of a range must come before the last.',
    ],
    [
      '[web]\nweb[a:10]\n',
      '2:1 "web[a:10]" is not a valid host: a range must consist of numbers or single letters.',
    ],
    [
      '[web]\nweb[1:3:0]\n',
      '2:1 "web[1:3:0]" is not a valid host: the step of a range must be a whole number above 0.',
    ],
    ['[web]\nweb]1[\n', '2:1 "web]1[" is not a valid host: its brackets do not match.'],
    ['[web]\nweb1:\n', '2:1 "web1:" is not a valid host: the port after the colon is missing.'],
    ['[web]\n""\n', '2:1 "" is not a valid host: it is empty.'],
    ['[web]\n[db servers]\ndb1\n', '2:1 "[db servers]" is not a valid section header.'],
    ['[web]\n[web:hots]\nweb1\n', '2:6 Ansible does not know the section "[web:hots]".'],
    ['[web]\n[web:vars]\nport 80\n', '3:1 "port 80" is not a group variable.'],
    ['[web]\n[all:children]\nweb db\n', '3:1 "web db" is not a valid group name.'],
  ])('%j is rejected', (text, problem) => {
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

  test('may have any group at the top level when its path is that of an inventory', () => {
    const text = 'web:\n  hosts:\n    web1:\ndb:\n'
    expect([...read(text, 'inventories/one/site.yml').groups.keys()]).toEqual(['web', 'db'])
    expect(definitionsOf({ 'files/site.yml': text }).map(readInventory)).not.toContainEqual(expect.anything())
  })

  test.each([
    [
      'all:\n  hosts: [web1]\n',
      '2:10 The hosts of the group "all" are not a mapping, so Ansible rejects the file.',
    ],
    [
      'all:\n  children:\n    web: yes\n',
      '3:5 The child group "web" is not a mapping, so Ansible rejects the file.',
    ],
    [
      'all:\n  hosts:\n    web1: up\n',
      '3:11 The variables of the host "web1" are not a mapping, so Ansible rejects the file.',
    ],
    [
      'all:\n  hosts:\n    101:\n',
      '3:5 The name of the host "101" is not a string, so Ansible rejects the file.',
    ],
    [
      'all:\n  hosts:\n    "101":\n    web[1-2]:\n',
      '4:5 "web[1-2]" is not a valid host: a range has the form [first:last] or [first:last:step].',
    ],
    [
      'all:\n  hosts:\n  children:\n    no: {}\n',
      '4:5 The name of the group "no" is not a string, so Ansible rejects the file.',
    ],
  ])('%j is rejected', (text, problem) => {
    expect(problems(read(text, 'hosts.yml'))).toEqual([problem])
  })
})

test('a small file with many aliases is read quickly', () => {
  const levels = Array.from({ length: 24 }, (_, level) => level)
  const text = `all:\n  children:\n    g0: &g0 {hosts: {a: }}\n${levels
    .map(
      (level) =>
        `    g${level + 1}: &g${level + 1} {children: {x${level}: *g${level}, y${level}: *g${level}}}\n`,
    )
    .join('')}`
  const started = processorMs()
  expect(read(text, 'hosts.yml').groups.size).toBeGreaterThan(20)
  expect(processorMs() - started).toBeLessThan(10_000)
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

  test('are separate inventories when they are alternatives', () => {
    const files = { 'inventory/multinode': '[control]\na\n', 'inventory/all-in-one': '[control]\nb\n' }
    expect(merged(files).map(({ path }) => path)).toEqual(['inventory/multinode', 'inventory/all-in-one'])
  })

  test('are not read when they are templates', () => {
    const template = '[web]\n{% for host in hosts %}\n{{ host }} a={{ a }}\n{% endfor %}\n'
    expect(
      merged({ 'inventory/hosts': template, 'roles/x/templates/hosts': '[web]\nweb1 {{ a }}\n' }),
    ).toEqual([])
  })

  test('are not the whole inventory when a script or a plugin is beside them', () => {
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
    ['an endless range', '[web]\nweb[1:99999999999999]\n'],
    ['ranges in ranges', `[web]\n${'web[1:9999]'.repeat(8)}\n`],
    ['a great many brackets', `[web]\n${'[1:1]'.repeat(100_000)}\n`],
    ['an endless range of nothing', '[web]\nweb[1:99999999999999][2:1]\n'],
    ['many wide ranges', `[web]\n${'web[1:9999]\n'.repeat(5000)}`],
    ['a long line', `[web]\nweb1 ${'a=b '.repeat(100_000)}\n`],
    ['many colons', `[web]\n${'a:'.repeat(100_000)}\n`],
    ['many open brackets', `[web]\n${'['.repeat(100_000)}\n`],
  ])('%s is read quickly', (_, text) => {
    const started = processorMs()
    expect(read(text).groups.get('web')?.hosts.length).toBeLessThan(110_000)
    expect(processorMs() - started).toBeLessThan(10_000)
  })

  test('hosts of groups that contain each other are found', () => {
    const files = { 'inventory/hosts': '[a:children]\nb\n[b:children]\na\n[b]\nx\n' }
    const [inventory] = inventories(definitionsOf(files))
    expect(inventory && [...hostsOf(inventory, 'a')]).toEqual(['x'])
  })

  test.each([
    'all: &a\n  children:\n    web: *a\n',
    'all:\n  children: &c\n    __proto__:\n      hosts: {constructor: }\n',
    'all: [1]\nhosts:\n',
    '[web]\n__proto__ constructor=1\n',
  ])('%j does not break the reader', (text) => {
    const found = definitionsOf({ 'hosts.yml': text, 'inventory/hosts': text }).map(readInventory)
    expect(found.length).toBeGreaterThan(0)
  })
})
