import { describe, expect, test } from '@jest/globals'
import { findings, play, tasks } from './findings.js'

const PING = '- ping:\n'

describe('hosts of a play', () => {
  const INVENTORY = '[control]\nctl[1:3]\n[compute]\ncmp1\n'
  const site = (hosts: string, more: Record<string, string> = {}) =>
    findings({ 'inventory/hosts': INVENTORY, 'site.yml': play('  tasks: []\n', hosts), ...more })

  test.each([
    ['contorl', 'error unknown-hosts site.yml:2:10'],
    ['compute:!contol', 'error unknown-hosts site.yml:2:19'],
    ['compute, &contrl', 'error unknown-hosts site.yml:2:20'],
    ['"computes"', 'error unknown-hosts site.yml:2:11'],
    ['[compute, controll]', 'error unknown-hosts site.yml:2:20'],
  ])('%s is reported as misspelled', async (hosts, finding) => {
    expect(await site(hosts)).toEqual([finding])
  })

  test.each([
    'control:&compute',
    'all',
    'localhost',
    'ctl2',
    'ctl4',
    'cont*',
    '~contro.',
    'control[0]',
    'control[0:1]',
    '"{{ target }}"',
    'monitoring',
    '"contorl:{{ x }}"',
  ])('%s is not reported', async (hosts) => {
    expect(await site(hosts)).toEqual([])
  })

  test('a misspelled group is a warning when another play is for the correct one', async () => {
    const other = { 'other.yml': play('  tasks: []\n', 'control') }
    expect(await site('controls', other)).toEqual(['warning unknown-hosts site.yml:2:10'])
  })

  test('names are not checked when a run adds hosts or groups', async () => {
    const made = (task: string) => ({ 'made.yml': tasks(`    - ${task}\n`) })
    expect(await site('contorl', made('add_host: {name: x, groups: "a,contorl"}'))).toEqual([])
    expect(await site('contorl', made('group_by: {key: "{{ x }}"}'))).toEqual([])
    expect(await site('contorl', made('add_host: name=x groups=y'))).toEqual([])
    expect(await site('contorl', { 'inventory/cloud.py': '' })).toEqual([])
  })
})

describe('groups in expressions', () => {
  const vars = (value: string) => ({
    'inventory/hosts': '[control]\nctl1\n',
    'group_vars/all.yml': `a: ${value}\n`,
  })

  test.each([
    [`"{{ groups['contorl'] }}"`, 'warning unknown-group-reference group_vars/all.yml:1:16'],
    [`'{{ groups["controls"] | length }}'`, 'warning unknown-group-reference group_vars/all.yml:1:16'],
    [`"{{ groups['control'] + groups['monitoring'] }}"`, undefined],
    [`"{{ groups['contorl'] | default([]) }}"`, undefined],
    [`"{{ my.groups['contorl'] + user_groups['contorl'] + groups[contorl] }}"`, undefined],
  ])('%s', async (value, finding) => {
    expect(await findings(vars(value))).toEqual(finding ? [finding] : [])
  })

  test('a value on several lines is reported as a whole', async () => {
    expect(await findings(vars(`>-\n  {{ groups['contorl'] }}`))).toEqual([
      'warning unknown-group-reference group_vars/all.yml:1:4',
    ])
  })
})

describe('handlers', () => {
  const handlers = '  handlers:\n    - name: Restart nova\n      listen: [nova changed]\n      ping:\n'
  const notifying = (name: string) => `    - ping:\n      notify: ${name}\n`

  test.each([
    'Restart nova',
    'nova changed',
    '[Restart nova, nova changed]',
    '"{{ name }}"',
    '"one : Restart nova"',
  ])('%s exists', async (name) => {
    expect(await findings({ 'site.yml': tasks(notifying(name)) + handlers })).toEqual([])
  })

  test('an unknown handler is reported in a play that defines all of its handlers', async () => {
    expect(await findings({ 'site.yml': tasks(notifying('Reload glance')) + handlers })).toEqual([
      'error unknown-handler site.yml:5:15',
    ])
  })

  test.each([
    ['roles', `${tasks(notifying('Reload glance')) + handlers}  roles: ["{{ one }}"]\n`],
    [
      'an included role',
      tasks(`${notifying('Reload glance')}    - include_role: {name: "{{ one }}"}\n`) + handlers,
    ],
    [
      'included handlers',
      `${tasks(notifying('Reload glance'))}  handlers:\n    - import_tasks: "{{ one }}"\n`,
    ],
    [
      'a name with Jinja',
      `${tasks(notifying('Reload glance'))}  handlers:\n    - name: Reload {{ x }}\n      ping:\n`,
    ],
  ])('%s may define the handler', async (_, text) => {
    expect(await findings({ 'site.yml': text })).toEqual([])
  })

  test('in a role, only a misspelled handler is reported', async () => {
    const role = (name: string) => ({
      'roles/nova/tasks/main.yml': `- block:\n    - ping:\n  notify: ${name}\n`,
      'roles/nova/handlers/main.yml': '- name: Restart nova\n  ping:\n',
      'roles/glance/handlers/main.yml': '- name: Restart glance\n  ping:\n',
    })
    expect(await findings(role('restart nova'))).toEqual([
      'error unknown-handler roles/nova/tasks/main.yml:3:11',
    ])
    expect(await findings(role('restart glance'))).toEqual([])
    expect(await findings(role('Reload cinder'))).toEqual([])
  })
})

describe('files', () => {
  test.each([
    ['import_playbook: othr.yml', 'error missing-playbook site.yml:1:20'],
    ['ansible.builtin.import_playbook: ./othr.yml', 'error missing-playbook site.yml:1:36'],
    ['import_playbook: elsewhere/other.yml', undefined],
    ['import_playbook: gone/gone.yml', 'notice missing-playbook site.yml:1:20'],
    ['import_playbook: openstack.osa.setup_hosts', undefined],
    ['import_playbook: openstack.osa.setup_hosts.yml', undefined],
    ['import_playbook: "{{ one }}.yml"', undefined],
    ['import_playbook: /etc/one.yml', undefined],
    ['import_playbook: ../gone.yml', undefined],
  ])('%s', async (line, finding) => {
    expect(await findings({ 'site.yml': `- ${line}\n`, 'other.yml': play('  tasks: []\n') })).toEqual(
      finding ? [finding] : [],
    )
  })

  test('tasks are searched in the role, beside the file, and in the whole repository', async () => {
    const files = {
      'roles/one/tasks/main.yml':
        '- import_tasks: sub/a.yml\n- include_tasks: {file: b.yml}\n- include_tasks: c.yml\n- include_tasks: "{{ d }}.yml"\n- include_tasks: bb.yml\n',
      'roles/one/tasks/sub/a.yml': '- import_tasks: e.yml\n',
      'roles/one/tasks/sub/e.yml': PING,
      'roles/one/tasks/b.yml': PING,
      'roles/two/tasks/c.yml': PING,
    }
    expect(await findings(files)).toEqual(['error missing-tasks-file roles/one/tasks/main.yml:5:18'])
  })

  test('variables and templates are searched, too', async () => {
    const files = {
      'site.yml': play(
        '  vars_files: [vars/a.yml, "{{ b }}.yml", /etc/c.yml, [d.yml, e.yml], a.yml]\n  tasks:\n    - include_vars: f.yml\n    - include_vars: {dir: g}\n    - template: {src: h.j2, dest: /h}\n    - template: {src: hh.j2, dest: /h}\n',
      ),
      'vars/a.yml': 'a: 1\n',
      'templates/h.j2': '',
    }
    expect(await findings(files)).toEqual([
      'warning missing-vars-file site.yml:5:21',
      'warning missing-template site.yml:8:23',
    ])
  })

  test('templates are not checked without a folder of templates', async () => {
    expect(await findings({ 'site.yml': tasks('    - template: {src: h.j2, dest: /h}\n') })).toEqual([])
  })
})

describe('roles', () => {
  const known = {
    'roles/keystone/tasks/main.yml': PING,
    'requirements.yml': '- src: git@example.com:x/ntp-server.git\n  version: 1.0.0\n',
  }

  test.each([
    [play('  roles: [keystne]\n'), 'error unknown-role site.yml:3:11'],
    [play('  roles:\n    - {role: ntp_server}\n'), 'error unknown-role site.yml:4:14'],
    [tasks('    - include_role: {name: keystones}\n'), 'error unknown-role site.yml:4:28'],
    [play('  roles: [keystone, ntp-server, glance, "{{ x }}", ns.col.keystne, ../keystne]\n'), undefined],
  ])('%j', async (text, finding) => {
    expect(await findings({ ...known, 'site.yml': text })).toEqual(finding ? [finding] : [])
  })
})
