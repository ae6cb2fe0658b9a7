import { describe, expect, test } from '@jest/globals'
import { findings, sayings } from './findings.js'

const hosts = (text: string) => findings({ 'inventory/hosts': text })

describe('groups of an inventory', () => {
  test('a child that is nowhere defined is an error, once', async () => {
    const text = '[web]\nweb1\n[cloud:children]\ndatabases\n[more:children]\ndatabases\n'
    expect(await hosts(text)).toEqual(['error undefined-group inventory/hosts:4:1'])
  })

  test('a section of variables does not define a group', async () => {
    expect(await hosts('[web]\nweb1\n[database:vars]\na=1\n')).toEqual([
      'error undefined-group inventory/hosts:3:2',
    ])
  })

  test('all and ungrouped are always there', async () => {
    expect(await hosts('[all:vars]\na=1\n[ungrouped:vars]\nb=1\n[x:children]\nungrouped\n')).toEqual([])
  })

  test('what another inventory of the repository defines may be read before', async () => {
    const files = {
      'inventory/hosts': '[web]\nweb1\n',
      'environments/one/inventory/groups': '[x:children]\nweb\n',
    }
    expect(await findings(files)).toEqual([])
  })

  test('in a folder of several files an unknown group is a warning, a misspelled one an error', async () => {
    const files = {
      'inventory/10-hosts': '[control]\nctl1\n',
      'inventory/20-roles': '[x:children]\nsomething\ncontorl\n',
    }
    expect(await findings(files)).toEqual([
      'warning undefined-group inventory/20-roles:2:1',
      'error undefined-group inventory/20-roles:3:1',
    ])
    expect((await sayings(files)).at(-1)).toContain('Did you mean "control"?')
  })

  test('a circle is found where it closes, also across files', async () => {
    const files = {
      'inventory/a': '[a:children]\nb\n[b]\n',
      'inventory/b': '[b:children]\nc\n[c:children]\na\n',
    }
    expect(await findings(files)).toEqual(['error circular-group inventory/b:4:1'])
  })

  test('one group below two others is no circle', async () => {
    expect(await hosts('[a:children]\nc\n[b:children]\nc\n[c]\nx\n[d:children]\na\nb\n')).toEqual([])
  })
})

describe('hosts of an inventory', () => {
  test('a host that is named twice in a group, by a range too', async () => {
    expect(await hosts('[web]\nweb[1:3]\nweb2 a=1\n[db]\nweb2\n')).toEqual([
      'warning duplicate-host inventory/hosts:3:1',
    ])
  })

  test('in YAML a group may be named again, with its hosts', async () => {
    const text =
      'all:\n  children:\n    web:\n      hosts: {web1: {a: 1}}\n    cloud:\n      children:\n        web:\n          hosts: {web1: }\n'
    expect(await findings({ 'hosts.yml': text })).toEqual([])
  })

  test.each([
    ['the same address', 'ansible_host=192.0.2.1', 'ansible_host=192.0.2.1', 1],
    ['another port', 'ansible_host=192.0.2.1 ansible_port=2222', 'ansible_host=192.0.2.1', 0],
    ['the machine itself', 'ansible_host=127.0.0.1', 'ansible_host=127.0.0.1', 0],
    ['no machine', 'ansible_host=192.0.2.1 ansible_connection=local', 'ansible_host=192.0.2.1', 0],
    ['a variable', 'ansible_host="{{ ip }}"', 'ansible_host="{{ ip }}"', 0],
  ])('two hosts with %s', async (_, first, second, count) => {
    expect(await hosts(`[web]\nweb1 ${first}\nweb2 ${second}\n`)).toHaveLength(count)
  })

  test('one machine may have a name in each of two groups', async () => {
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

  test('a folder may stand for a group, too', async () => {
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
    ['a name like none', { 'inventory/group_vars/monitoring.yml': 'a: 1\n' }],
    [
      'a name like one that has its own',
      { 'inventory/group_vars/controls.yml': 'a: 1\n', 'inventory/group_vars/control.yml': 'a: 1\n' },
    ],
    ['variables beside a playbook', { 'playbooks/group_vars/controls.yml': 'a: 1\n' }],
    [
      'a script that brings hosts',
      { 'inventory/group_vars/controls.yml': 'a: 1\n', 'inventory/cloud.py': '#!/usr/bin/python3\n' },
    ],
  ])('nothing is said of %s', async (_, files) => {
    expect(await findings({ 'inventory/hosts': INVENTORY, ...files })).toEqual([])
  })
})

describe('what is lost without a word', () => {
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

  const yaml = (text: string) => sayings({ 'hosts.yml': text })

  test('keys of groups that are none', async () => {
    expect(await yaml('all:\n  hosts: {a: }\n  childs:\n    web: {}\n')).toEqual([
      'Ansible passes by "childs" in the group "all", with all that stands below it. Did you mean "children"?',
    ])
    expect(await yaml('all:\n  hosts: {a: }\n  web:\n    hosts: {b: }\n')).toEqual([
      'Ansible passes by "web" in the group "all", with all that stands below it. Move it below children.',
    ])
    expect(await yaml('all:\n  hosts: {a: }\n  ansible_user: x\n  empty:\n')).toEqual([
      'Ansible passes by "ansible_user" in the group "all", with all that stands below it. A group has hosts, children and vars.',
    ])
  })

  test('a holder of anchors is no group', async () => {
    expect(await yaml('x-user: &user {ansible_user: x}\nall:\n  hosts: {a: *user}\n')).toEqual([])
  })
})
