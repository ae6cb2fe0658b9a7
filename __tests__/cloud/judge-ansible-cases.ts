/** Inventories, by what they are about; each lies alone in its folder. */
export const INVENTORIES: Readonly<Record<string, string>> = {
  'hosts and groups': 'deploy\n[web]\nweb1\nweb2\n[db]\ndb1\n[cloud:children]\nweb\ndb\n',
  'empty groups': '[web]\n[db]\n# nobody yet\n',
  comments: '; one\n# two\n[web] # three\nweb1 # four\n[all:children]\nweb # five\n',
  'ranges of numbers': '[web]\nweb[01:12]\nweb[100:110:5].example.com\n',
  'ranges of letters': '[web]\nweb-[a:d]\nweb-[x:z]-[1:2]\n',
  'a range without a beginning': '[web]\nweb[:3]\n',
  'a range of nothing': '[web]\nweb[3:1]\n',
  ports: '[web]\nweb1:2222\n192.0.2.1:22\n[2001:db8::1]:22\n2001:db8::2\nweb[1:2].example.com:2200\n',
  'a colon that is no port': '[web]\nweb1:ssh\n',
  'variables of hosts': `[web]\nweb1 a=1 b=true c=True d="x y" e='q "r"' f=[1,2] g={"h":1} i= j=0640 k=a=b\n`,
  'quotes and backslashes': '[web]\nweb1 a="a\\"b" b=c\\ d e="f\\g" h=i"j k"l\n',
  'a comment in a word': '[web]\nweb1 secret=abc#def\n',
  'variables of groups':
    '[web]\nweb1\n[web:vars]\na = 1\nb=true\nc=x y # z\nd="quoted"\ne=\nf=[1, 2]\ng=1 # one\n',
  'variables of all': '[all:vars]\nuser=kolla\n[web]\nweb1\n',
  'variables before their group': '[web:vars]\na=1\n[web]\nweb1\n',
  'a group in two places': '[web]\nweb1 a=1\n[db]\ndb1\n[web]\nweb2\nweb1 b=2\n',
  'groups with dashes and dots':
    '[storage-nodes]\nst1\n[ceph.test]\nst2\n[x:children]\nstorage-nodes\nceph.test\n',
  'a host that is named like a group': '[web]\nweb\n',
  'children of children': '[a:children]\nb\n[b:children]\nc\n[c]\nhost1\n',
  'Windows line ends': '[web]\r\nweb1 a=1\r\n[web:vars]\r\nb=2\r\n',
  'a range with a dash': '[web]\nweb[1-3]\n',
  'a range without an end': '[web]\nweb[1:]\n',
  'a padded range of two lengths': '[web]\nweb[01:3]\n',
  'a range backwards': '[web]\nweb[d:a]\n',
  'a range of words': '[web]\nweb[one:two]\n',
  'a range that is not closed': '[web]\nweb[1:3\n',
  'a port that is missing': '[web]\nweb1:\n',
  'a variable without a value': '[web]\nweb1 fast\n',
  'a comment of the other kind': '[web]\nweb1 ; the first\n',
  'a quote that is not closed': '[web]\nweb1 a="b\n',
  'a section with a space': '[web]\nweb1\n[db servers]\ndb1\n',
  'an unknown kind of section': '[web]\nweb1\n[web:host]\nweb2\n',
  'a group variable without =': '[web]\nweb1\n[web:vars]\nuser kolla\n',
  'a child with a variable': '[web]\nweb1\n[all:children]\nweb a=1\n',
  'a child that is not there': '[web]\nweb1\n[all:children]\ndb\n',
  'variables of a group that is not there': '[web]\nweb1\n[db:vars]\na=1\n',
  'a group that is its own child': '[a:children]\nb\n[b:children]\na\n',
}

/** The same in YAML. */
export const YAML_INVENTORIES: Readonly<Record<string, string>> = {
  'YAML: hosts, children, variables':
    'all:\n  vars: {region: one}\n  hosts:\n    deploy:\n  children:\n    web:\n      hosts:\n        web[1:2]: {a: 1}\n        web3:2222: {b: text}\n      vars: {c: true}\n',
  'YAML: groups on the top':
    'all:\n  hosts:\n    a:\nweb:\n  hosts:\n    web1:\ndb:\n  children:\n    web:\n',
  'YAML: one host as text': 'all:\n  hosts: web1\n',
  'YAML: nothing below': 'all:\n  hosts:\n  children:\n    web:\n    db: {}\n',
  'YAML: a group in two places':
    'all:\n  children:\n    web:\n      hosts: {web1: {a: 1}}\n    cloud:\n      children:\n        web:\n          hosts: {web1: }\n',
  'YAML: hosts as a list': 'all:\n  hosts: [web1]\n',
  'YAML: a host that is a number': 'all:\n  hosts:\n    101:\n',
  'YAML: a host with a text': 'all:\n  hosts:\n    web1: up\n',
  'YAML: a child with a text': 'all:\n  children:\n    web: up\n',
  'YAML: a child named no': 'all:\n  children:\n    no:\n',
  'YAML: a bad range': 'all:\n  hosts:\n    web[1-2]:\n',
  'YAML: a group that is its own child':
    'all:\n  children:\n    a:\n      children:\n        b:\n          children:\n            a:\n',
}

const play = (rest: string) => `- hosts: all\n${rest}`
const tasks = (rest: string) => play(`  tasks:\n${rest}`)

/** Playbooks that Ansible rejects, by the rule that reports them, and similar ones that it accepts. */
export const PLAYBOOKS: Readonly<Record<string, readonly string[]>> = {
  'ansible/unknown-play-keyword': [
    play('  become: true\n  becom_user: root\n  tasks: []\n'),
    play('  sudo: true\n  tasks: []\n'),
    play('  when: true\n  tasks: []\n'),
    '- import_playbook: other.yml\n  hosts: all\n',
  ],
  'ansible/play-without-hosts': [
    '- gather_facts: false\n  tasks: []\n  pre_tasks: []\n',
    '- hosts: []\n  tasks: []\n',
    '- hosts:\n  tasks: []\n',
  ],
  'ansible/conflicting-actions': [
    tasks('    - ansible.builtin.ping:\n      wehn: true\n'),
    tasks('    - ping:\n      command: ls\n'),
    tasks('    - local_action: ping\n      command: ls\n'),
    tasks('    - ping:\n      chdir: /tmp\n'),
  ],
  'ansible/task-without-action': [
    tasks('    - name: Nothing\n'),
    tasks('    - name: Nothing\n      when: true\n      register: x\n'),
    tasks('    - ping\n'),
  ],
  'ansible/unknown-block-keyword': [
    tasks('    - block:\n        - ping:\n      loop: [1]\n'),
    tasks('    - block:\n        - ping:\n      register: x\n'),
    tasks('    - block:\n        - ping:\n      rescu: []\n'),
  ],
  'ansible/invalid-loop': [
    tasks('    - ping:\n      loop: [1]\n      with_items: [2]\n'),
    tasks('    - import_tasks: tasks.yml\n      loop: [1]\n'),
    tasks('    - import_role: {name: one}\n      with_items: [1]\n'),
  ],
  'ansible/invalid-variable-name': [
    play('  vars: {a-b: 1}\n  tasks: []\n'),
    tasks('    - ping:\n      vars: {a b: 1}\n'),
    tasks('    - block:\n        - ping:\n      vars: {1a: 1}\n'),
    play('  roles:\n    - role: one\n      vars: {a.b: 1}\n'),
  ],
  'ansible/missing-playbook': ['- import_playbook: othr.yml\n'],
  'ansible/missing-tasks-file': [tasks('    - import_tasks: taskz.yml\n')],
  'ansible/unknown-role': [
    play('  roles: [onee]\n').replace('onee', 'role-on'),
    tasks('    - import_role: {name: role-on}\n'),
  ],
  nothing: [
    tasks('    -\n    - ping:\n'),
    tasks('    - ping:\n'),
    tasks('    - action: ping\n'),
    tasks('    - local_action: {module: command, cmd: ls}\n'),
    tasks('    - command: ls\n      args: {chdir: /tmp}\n      with_items: [1]\n'),
    tasks(
      '    - block:\n        - ping:\n      rescue:\n        - ping:\n      always:\n        - ping:\n      when: true\n',
    ),
    play(
      '  user: root\n  serial: [1, 50%]\n  max_fail_percentage: 0\n  tasks:\n    - import_tasks: tasks.yml\n',
    ),
    play('  roles:\n    - one\n    - {role: one, port: 1}\n    - {name: one, tags: x}\n'),
    play(
      '  tasks:\n    - include_tasks: tasks.yml\n      loop: [1]\n  handlers:\n    - name: h\n      listen: x\n      ping:\n',
    ),
    play('  vars: {_a1: 1}\n  tasks: []\n'),
    '- import_playbook: other.yml\n  when: true\n  vars: {a: 1}\n',
  ],
}

/** What the playbooks refer to. */
export const BESIDE: Readonly<Record<string, string>> = {
  'other.yml': '- hosts: all\n  tasks: []\n',
  'tasks.yml': '- ping:\n',
  'roles/one/tasks/main.yml': '- ping:\n',
  'roles/role-one/tasks/main.yml': '- ping:\n',
}
