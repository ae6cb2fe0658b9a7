import { describe, expect, test } from '@jest/globals'
import { findings, messages, play, tasks } from './findings.js'

const site = (text: string) => findings({ 'site.yml': text })

describe('plays', () => {
  test('reject unknown keywords', async () => {
    expect(await site(play('  becom: true\n  when: x\n  tasks: []\n'))).toEqual([
      'error unknown-play-keyword site.yml:3:3',
      'error unknown-play-keyword site.yml:4:3',
    ])
    expect(await messages({ 'site.yml': play('  becom: true\n  tasks: []\n') })).toEqual([
      'A play has no keyword "becom", so Ansible rejects the playbook. Did you mean "become"?',
    ])
  })

  test('accept fewer keywords when they are imports', async () => {
    const files = {
      'site.yml': '- import_playbook: other.yml\n  hosts: all\n',
      'other.yml': play('  tasks: []\n'),
    }
    expect(await findings(files)).toEqual(['error unknown-play-keyword site.yml:2:3'])
  })

  test('a list of another tool that looks like plays is not checked', async () => {
    expect(await site('- hosts: [a.example.com]\n  secretName: tls\n')).toEqual([])
  })

  test.each([
    '- name: x\n  become: true\n  tasks: []\n',
    '- name: x\n  hosts:\n  tasks: []\n',
    '- name: x\n  hosts: []\n  tasks: []\n',
  ])('%j has no hosts', async (text) => {
    const found = await site(text)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^error play-without-hosts site.yml:[12]:3$/)
  })

  test.each([
    ['serial: 2', 1],
    ['serial: 30%', 1],
    ['serial: [1, 5]', 1],
    ['serial: 1', 0],
    ['serial: "{{ batch }}"', 0],
    ['any_errors_fatal: true\n  serial: 2', 0],
  ])('%s', async (keyword, count) => {
    expect(await site(play(`  ${keyword}\n  tasks: []\n`))).toHaveLength(count)
  })
})

describe('tasks', () => {
  test.each([
    ['    - ping:\n      wehn: true\n', 'Did you mean "when"?'],
    ['    - ansible.builtin.command: ls\n      regsiter: x\n', 'Did you mean "register"?'],
    ['    - command: ls\n      chdir: /tmp\n', 'Split it into two tasks'],
    ['    - action: ping\n      command: ls\n', '"action" and "command"'],
  ])('%j has two actions', async (text, words) => {
    expect(await site(tasks(text))).toEqual([
      expect.stringMatching(/^error conflicting-actions site.yml:5:7$/),
    ])
    expect((await messages({ 'site.yml': tasks(text) }))[0]).toContain(words)
  })

  test('are found in blocks, roles and included lists', async () => {
    const wrong = '- block:\n    - name: One\n      always: []\n  rescue:\n    - ping:\n      wehn: x\n'
    const place = (file: string) => [
      `error task-without-action ${file}:2:7`,
      `error conflicting-actions ${file}:6:7`,
    ]
    for (const file of ['roles/one/tasks/deep/main.yml', 'playbooks/tasks/one.yml', 'tasks/main.yml']) {
      const text = wrong.replace('      always: []\n', '      when: y\n')
      expect(await findings({ [file]: text })).toEqual(place(file))
    }
  })

  test('a playbook in a folder of tasks is read as a playbook', async () => {
    const files = {
      'playbooks/tasks/site.yml': play('  roles: []\n  tasks: []\n'),
      'roles/x/tasks/site.yml': play('  tasks: []\n'),
    }
    expect(await findings(files)).toEqual([])
  })

  test('steps of another tool are not read as tasks', async () => {
    const steps = '- name: Build\n  script: make\n  image: node\n'
    expect(await findings({ 'ci/tasks/build.yml': steps, 'tasks/build.yml': steps })).toEqual([])
  })

  test.each([
    '    - ping:\n      with_items: [1]\n      args: {}\n',
    '    - include_tasks: "{{ one }}"\n      loop: [1]\n',
    '    - local_action: ping\n',
    '    - "{{ task }}"\n    -\n',
    '    - &one\n      ping:\n    - *one\n',
    '    - <<: {ping: }\n      when: x\n',
  ])('%j is valid', async (text) => {
    expect(await site(tasks(text))).toEqual([])
  })

  test.each([
    ['    - ping\n', 'error task-without-action site.yml:4:7'],
    ['    - name: Nothing\n      tags: x\n', 'error task-without-action site.yml:4:7'],
    ['    - block: []\n      register: x\n', 'error unknown-block-keyword site.yml:5:7'],
    ['    - block: []\n      resque: []\n', 'error unknown-block-keyword site.yml:5:7'],
    ['    - ping:\n      loop: [1]\n      with_items: [2]\n', 'error invalid-loop site.yml:6:7'],
    ['    - import_role: {name: "{{ x }}"}\n      loop: [1]\n', 'error invalid-loop site.yml:5:7'],
    ['    - ping:\n      vars: {a-b: 1}\n', 'error invalid-variable-name site.yml:5:14'],
    ['    - ping:\n      when: "{{ a }}"\n', 'warning jinja-delimiters-in-condition site.yml:5:13'],
    [
      '    - ping:\n      until:\n        - a == "{{ b }}"\n',
      'warning jinja-delimiters-in-condition site.yml:6:11',
    ],
    ['    - file: {path: /x, mode: 755}\n', 'error decimal-file-mode site.yml:4:30'],
    ['    - command: x-manage db_sync\n      failed_when: false\n', 'warning ignored-failure site.yml:5:7'],
    ['    - shell: mysql -p{{ db_password }}\n', 'notice secret-in-output site.yml:4:14'],
    ['    - debug: {var: db_password}\n', 'notice secret-in-output site.yml:4:20'],
  ])('%j is reported', async (text, finding) => {
    expect(await site(tasks(text))).toEqual([finding])
  })

  test.each([
    '    - ping:\n      when: "\'{{\' in text"\n',
    '    - file: {path: /x, mode: 0755}\n',
    '    - file: {path: /x, mode: "755"}\n',
    '    - file: {path: /x, mode: 420}\n',
    '    - nmcli: {mode: 802}\n',
    '    - command: x-manage db_sync\n      failed_when: false\n      register: x\n',
    '    - command: ls\n      ignore_errors: true\n',
    '    - shell: mysql -p{{ db_password }}\n      no_log: true\n',
    '    - no_log: true\n      block:\n        - shell: mysql -p{{ db_password }}\n',
    '    - debug: {msg: "{{ password_file }}"}\n',
  ])('%j is not reported', async (text) => {
    expect(await site(tasks(text))).toEqual([])
  })
})

describe('variables in conditions', () => {
  const conditional = tasks('    - ping:\n      when: not one and two\n')

  test('the string "false" is reported', async () => {
    const files = {
      'site.yml': conditional,
      'group_vars/all.yml': 'one: "no"\ntwo: no\n',
      'inventory/hosts': '[web]\nweb1 two=false one=False\n[web:vars]\ntwo=off\n',
    }
    expect(await findings(files)).toEqual(
      [
        'warning false-string-in-condition group_vars/all.yml:1:6',
        'warning false-string-in-condition inventory/hosts:4:1',
        'warning false-string-in-condition inventory/hosts:2:6',
      ].sort(),
    )
  })

  test('the string "false" is not reported with the filter bool', async () => {
    const files = {
      'site.yml': tasks('    - ping:\n      when: one | bool\n'),
      'group_vars/all.yml': 'one: "no"\n',
    }
    expect(await findings(files)).toEqual([])
  })
})
