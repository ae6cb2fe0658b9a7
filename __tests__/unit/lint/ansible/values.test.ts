import { describe, expect, test } from '@jest/globals'
import { processorMs } from '../../../support/pace.js'
import { findings, messages, play } from './findings.js'

describe('passwords in plain text', () => {
  test.each([
    [
      'inventory/hosts',
      '[web]\nweb[1:9] ansible_password=x\n',
      'warning plaintext-password inventory/hosts:2:10',
    ],
    [
      'inventory/hosts',
      '[web]\n[web:vars]\nansible_become_pass=x\n',
      'warning plaintext-password inventory/hosts:3:1',
    ],
    [
      'hosts.yml',
      'all:\n  hosts:\n    a: {ansible_ssh_pass: x}\n',
      'warning plaintext-password hosts.yml:3:9',
    ],
    ['host_vars/a.yml', 'ansible_sudo_pass: x\n', 'warning plaintext-password host_vars/a.yml:1:1'],
    [
      'site.yml',
      play('  vars:\n    ansible_become_password: x\n  tasks: []\n'),
      'warning plaintext-password site.yml:4:5',
    ],
  ])('are reported in %s', async (file, text, finding) => {
    expect(await findings({ [file]: text })).toEqual([finding])
  })

  test.each([
    ['inventory/hosts', '[web]\nweb1 ansible_password="{{ vault }}" ansible_become_pass=\n'],
    [
      'hosts.yml',
      'all:\n  vars:\n    ansible_password: !vault |\n      $ANSIBLE_VAULT;1.1;AES256\n      3030\n',
    ],
    [
      'group_vars/all.yml',
      'ansible_password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  3030\nansible_ssh_pass: <password>\nansible_become_pass: ~\n',
    ],
    ['group_vars/all.yml', 'database_password: x\n'],
  ])('are not reported in %s: %j', async (file, text) => {
    expect(await findings({ [file]: text })).toEqual([])
  })
})

describe('numbers', () => {
  test.each([
    ['mac: 52:54:00:12:34:56\n', 'error base-sixty-number group_vars/all.yml:1:6'],
    ['ports: [80:22]\n', 'error base-sixty-number group_vars/all.yml:1:9'],
    ['api_version: 1.20\n', 'error unquoted-version group_vars/all.yml:1:14'],
    ['release: 1.00\n', 'error unquoted-version group_vars/all.yml:1:10'],
  ])('%j', async (text, finding) => {
    expect(await findings({ 'group_vars/all.yml': text })).toEqual([finding])
  })

  test.each([
    'mac: "52:54:00:12:34:56"\nport: 8080:80\ntime: 10:61\n',
    'api_version: 1.2\nrelease: 1.0\nratio: 1.50\ntag: "1.20"\nopenstack_version: 2023.1\n',
  ])('%j is not reported', async (text) => {
    expect(await findings({ 'group_vars/all.yml': text })).toEqual([])
  })

  test('a version is shown as the number that Python prints', async () => {
    expect(await messages({ 'group_vars/all.yml': 'release: 1.00\n' })).toEqual([
      'YAML reads the version 1.00 as the number 1.0. Write "1.00", in quotes.',
    ])
  })
})

describe('requirements', () => {
  test.each([
    ['- src: geerlingguy.ntp\n', 'warning unpinned-requirement requirements.yml:1:8'],
    ['- geerlingguy.ntp,1.0.0\n- geerlingguy.docker\n', 'warning unpinned-requirement requirements.yml:2:3'],
    [
      'roles:\n  - {name: ntp, src: https://x/y, version: stable/2024.1}\n',
      'warning unpinned-requirement requirements.yml:2:44',
    ],
    ['collections: [openstack.cloud]\n', 'warning unpinned-requirement requirements.yml:1:15'],
    ['collections: ["openstack.cloud:1.0.0"]\n', undefined],
    [
      'collections: [{name: openstack.cloud, version: "*"}]\n',
      'warning unpinned-requirement requirements.yml:1:22',
    ],
    ['collections: [{name: openstack.cloud, version: ">=1,<2"}]\n', undefined],
    ['collections: [{name: ./own, type: dir}, {name: x.tar.gz}]\n', undefined],
    ['roles: [{include: more.yml}]\n', undefined],
    ['roles: [{name: "{{ x }}"}]\n', undefined],
    ['roles: []\ncolections: []\n', 'error invalid-requirement requirements.yml:2:1'],
    ['roles: []\ndependencies: []\n', 'error invalid-requirement requirements.yml:2:1'],
    ['roles: [{version: "1.0.0"}]\n', 'error invalid-requirement requirements.yml:1:10'],
    ['collections: [{nmae: x.y, version: "1.0.0"}]\n', 'error invalid-requirement requirements.yml:1:16'],
    [
      'roles: [{src: a.b, version: "1"}, {src: a.b, version: "2"}]\n',
      'error contradictory-requirement requirements.yml:1:41',
    ],
    ['roles: [{src: a.b, version: "1"}, {src: a.b, version: "1"}]\n', undefined],
  ])('%j', async (text, finding) => {
    expect(await findings({ 'requirements.yml': text })).toEqual(finding ? [finding] : [])
  })

  test('a playbook is not read as requirements', async () => {
    expect(await findings({ 'check-requirements.yml': play('  tasks: []\n') })).toEqual([])
    expect(await findings({ 'roles/x/tasks/check-requirements.yml': '- name: One\n  ping:\n' })).toEqual([])
  })
})

describe('unusual content does not break a rule', () => {
  const ODD = [
    '- hosts: {a: 1}\n  tasks: 5\n  roles: {x: y}\n  vars: [a]\n  vars_files: {a: b}\n  serial: {}\n',
    '- hosts: [[a], {b: c}, null]\n  tasks: [[], null, 7, {}]\n  handlers: [{name: [a], listen: {b: c}}]\n',
    '- hosts: all\n  tasks: [{__proto__: x, constructor: y, toString: z}, {block: null}, {block: {a: b}, rescue: 1}]\n',
    '- hosts: all\n  tasks: [{command: {cmd: [1, [2]], argv: {}}}, {debug: null}, {template: 5}, {file: {mode: [1]}}]\n',
    '- import_playbook: [a]\n- import_playbook: null\n- import_playbook: 5\n',
    '- hosts: all\n  roles: [null, 5, [a], {role: [b]}, {vars: c}]\n  tasks: [{include_role: {name: [x]}}, {notify: [[a]], ping: }]\n',
    'roles: {a: b}\ncollections: 5\n',
    '- [a]\n- 5\n- null\n',
    'all: {hosts: {}, children: 5, vars: [x]}\n',
    '? [a, b]\n: c\n? {d: e}\n: f\n',
  ]

  test.each(ODD)('%j', async (text) => {
    for (const file of [
      'site.yml',
      'requirements.yml',
      'roles/x/tasks/main.yml',
      'roles/x/handlers/main.yml',
      'group_vars/all.yml',
      'hosts.yml',
      'roles/x/meta/main.yml',
    ]) {
      await expect(findings({ [file]: text })).resolves.toBeDefined()
    }
  })

  test('many tasks, handlers, hosts and files are checked quickly', async () => {
    const many = 10_000
    const numbers = Array.from({ length: many }, (_, index) => index)
    const text = (line: (index: number) => string) => numbers.map(line).join('')
    const started = processorMs()
    await findings({
      'site.yml': play(
        `  tasks:\n${text((i) => `    - {ping: , notify: n${i}, when: v${i}}\n`)}  roles: [x]\n`,
      ),
      'inventory/hosts': `[web]\n${text((i) => `h${i} ansible_host=10.0.${i >> 8}.${i & 255}\n`)}[g0:children]\nweb\n${text((i) => `nowhere${i}\n`)}${text((i) => `[g${i + 1}:children]\ng${i}\n`)}`,
    })
    expect(processorMs() - started).toBeLessThan(20_000)
  })
})
