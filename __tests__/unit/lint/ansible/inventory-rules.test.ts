import { describe, expect, test } from '@jest/globals'
import { findings, messages } from './findings.js'

const hosts = (text: string) => findings({ 'inventory/hosts': text })

describe('groups of an inventory', () => {
  test('an undefined child is reported once per file', async () => {
    const text = '[web]\nweb1\n[cloud:children]\ndatabases\n[more:children]\ndatabases\n'
    expect(await hosts(text)).toEqual(['error undefined-group inventory/hosts:4:1'])
  })

  test('a section of variables does not define a group', async () => {
    expect(await hosts('[web]\nweb1\n[database:vars]\na=1\n')).toEqual([
      'error undefined-group inventory/hosts:3:2',
    ])
  })

  test('all and ungrouped are always defined', async () => {
    expect(await hosts('[all:vars]\na=1\n[ungrouped:vars]\nb=1\n[x:children]\nungrouped\n')).toEqual([])
  })

  test('a group that another inventory of the repository defines is not reported', async () => {
    const files = {
      'inventory/hosts': '[web]\nweb1\n',
      'environments/one/inventory/groups': '[x:children]\nweb\n',
    }
    expect(await findings(files)).toEqual([])
  })

  test('in a folder of several files, an undefined group is a warning, and a misspelled one an error', async () => {
    const files = {
      'inventory/10-hosts': '[control]\nctl1\n',
      'inventory/20-roles': '[x:children]\nsomething\ncontorl\n',
    }
    expect(await findings(files)).toEqual([
      'warning undefined-group inventory/20-roles:2:1',
      'error undefined-group inventory/20-roles:3:1',
    ])
    expect((await messages(files)).at(-1)).toContain('Did you mean "control"?')
  })

  test('a circle is reported at the child that closes it, also across files', async () => {
    const files = {
      'inventory/a': '[a:children]\nb\n[b]\n',
      'inventory/b': '[b:children]\nc\n[c:children]\na\n',
    }
    expect(await findings(files)).toEqual(['error circular-group inventory/b:4:1'])
  })

  const MISSPELLED = `[contorl]
ctl1 ansible_host=192.0.2.11

[keystone:children]
control

[glance:children]
control
`

  test('a typo in the header of a group that several others use is reported at the header, once', async () => {
    expect(await hosts(MISSPELLED)).toEqual(['error undefined-group inventory/hosts:1:2'])
    expect(await messages({ 'inventory/hosts': MISSPELLED })).toEqual([
      'The group "control" is not defined, so Ansible rejects this inventory; 2 groups use it, and none uses "contorl". Did you mean "control"?',
    ])
  })

  test('a typo in one of several uses of a group is reported at the use', async () => {
    const text = MISSPELLED.replace('contorl', 'control').replace('control\n\n[glance', 'contorl\n\n[glance')
    expect(await hosts(text)).toEqual(['error undefined-group inventory/hosts:5:1'])
    expect(await messages({ 'inventory/hosts': text })).toEqual([
      'The group "contorl" is not defined, so Ansible rejects this file. Did you mean "control"?',
    ])
  })

  test('a group with two parents is not a circle', async () => {
    expect(await hosts('[a:children]\nc\n[b:children]\nc\n[c]\nx\n[d:children]\na\nb\n')).toEqual([])
  })
})

describe('hosts of an inventory', () => {
  test('a host is reported when a group lists it twice, also through a range', async () => {
    expect(await hosts('[web]\nweb[1:3]\nweb2 a=1\n[db]\nweb2\n')).toEqual([
      'warning duplicate-host inventory/hosts:3:1',
    ])
  })

  test('a YAML inventory may repeat a group with its hosts', async () => {
    const text =
      'all:\n  children:\n    web:\n      hosts: {web1: {a: 1}}\n    cloud:\n      children:\n        web:\n          hosts: {web1: }\n'
    expect(await findings({ 'hosts.yml': text })).toEqual([])
  })

  test.each([
    ['the same address', 'ansible_host=192.0.2.1', 'ansible_host=192.0.2.1', 1],
    ['another port', 'ansible_host=192.0.2.1 ansible_port=2222', 'ansible_host=192.0.2.1', 0],
    ['a loopback address', 'ansible_host=127.0.0.1', 'ansible_host=127.0.0.1', 0],
    ['a local connection', 'ansible_host=192.0.2.1 ansible_connection=local', 'ansible_host=192.0.2.1', 0],
    ['a variable', 'ansible_host="{{ ip }}"', 'ansible_host="{{ ip }}"', 0],
  ])('two hosts with %s: %s and %s', async (_, first, second, count) => {
    expect(await hosts(`[web]\nweb1 ${first}\nweb2 ${second}\n`)).toHaveLength(count)
  })

  test('a machine may have different names in two groups', async () => {
    const line = (name: string) => `${name} ansible_host=192.0.2.1\n`
    expect(await hosts(`[blue]\n${line('a-blue')}[green]\n${line('a-green')}`)).toEqual([])
    expect(await hosts(`[blue]\n${line('a')}[green]\n${line('b')}${line('c')}`)).toEqual([
      'warning shared-address inventory/hosts:5:3',
    ])
  })

  test.each([
    ['a=text # comment', 1],
    ['a=1 # comment', 0],
    ['a=True # comment', 0],
    ["a=['x'] # comment", 0],
    ['a="x" # comment', 0],
    ['a=http://host/#anchor', 0],
    ['a=# nothing', 0],
  ])('in [group:vars], %s', async (line, count) => {
    expect(await hosts(`[web]\nweb1\n[web:vars]\n${line}\n`)).toHaveLength(count)
  })
})

describe('group_vars and host_vars', () => {
  const INVENTORY = '[control]\nctl1\nctl2\n[compute]\ncmp1\n'

  test('a folder of variables is checked like a file', async () => {
    const files = {
      'inventory/hosts': INVENTORY,
      'inventory/group_vars/all/main.yml': 'a: 1\n',
      'inventory/group_vars/computes/main.yml': 'a: 1\n',
    }
    expect(await findings(files)).toEqual([
      'warning group-vars-without-group inventory/group_vars/computes/main.yml:1:1',
    ])
  })

  test.each([
    ['another number', { 'inventory/host_vars/ctl3.yml': 'a: 1\n' }],
    ['a name that is like no other', { 'inventory/group_vars/monitoring.yml': 'a: 1\n' }],
    [
      'a name like that of a group with variables',
      { 'inventory/group_vars/controls.yml': 'a: 1\n', 'inventory/group_vars/control.yml': 'a: 1\n' },
    ],
    ['variables beside a playbook', { 'playbooks/group_vars/controls.yml': 'a: 1\n' }],
    [
      'a script that adds hosts',
      { 'inventory/group_vars/controls.yml': 'a: 1\n', 'inventory/cloud.py': '#!/usr/bin/python3\n' },
    ],
  ])('%s: nothing is reported', async (_, files) => {
    expect(await findings({ 'inventory/hosts': INVENTORY, ...files })).toEqual([])
  })
})

describe('content that Ansible ignores', () => {
  test.each([
    ['web1 a=b#c', 1],
    ['web[1:3] a=b#c', 1],
    ['web1 a=b #c', 0],
    ['web1 a="b#c"', 0],
    ['web1#c', 0],
  ])('in the line of a host: %s', async (line, count) => {
    const found = await hosts(`[web]\n${line}\n`)
    expect(found).toHaveLength(count)
    expect(found.every((finding) => finding.startsWith('warning truncated-host-variable'))).toBe(true)
  })

  const yaml = (text: string) => messages({ 'hosts.yml': text })

  test('unknown keys of groups are reported', async () => {
    expect(await yaml('all:\n  hosts: {a: }\n  childs:\n    web: {}\n')).toEqual([
      'Ansible ignores "childs" in the group "all", with everything below it. Did you mean "children"?',
    ])
    expect(await yaml('all:\n  hosts: {a: }\n  web:\n    hosts: {b: }\n')).toEqual([
      'Ansible ignores "web" in the group "all", with everything below it. Move it below children.',
    ])
    expect(await yaml('all:\n  hosts: {a: }\n  ansible_user: x\n  empty:\n')).toEqual([
      'Ansible ignores "ansible_user" in the group "all", with everything below it. Use only hosts, children and vars in a group.',
    ])
  })

  test('a group that only holds anchors is not checked', async () => {
    expect(await yaml('x-user: &user {ansible_user: x}\nall:\n  hosts: {a: *user}\n')).toEqual([])
  })
})
