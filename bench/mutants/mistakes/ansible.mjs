import { edit, insertAfter, misspell, remove, shift } from '../edit.mjs'

const PLAYBOOK = /^site\/(site|computes)\.yml$/
const ROLE = /^site\/roles\/chrony\/tasks\/main\.yml$/
const playbook = (name, mutants, files = PLAYBOOK) => ({ kind: 'ansible', name, files, mutants })

export const ansible = [
  playbook(
    'misspelled keyword of a play',
    misspell(
      /^ {2}(?<word>hosts|become|serial|roles|handlers|tasks|gather_facts|vars_files|max_fail_percentage):/,
    ),
  ),
  playbook(
    'misspelled keyword of a task',
    misspell(/^ {6,10}(?<word>when|notify|register|retries|until|loop|tags|delay):/),
  ),
  playbook(
    'group that the inventory lacks',
    edit(/^( {2}hosts: )(controllers|hypervisors)(.*)$/, (m) => `${m[1]}${m[2].slice(0, -1)}${m[3]}`),
  ),
  playbook(
    'misspelled handler',
    misspell(/^ +notify: (?<word>.*)$/),
    /^site\/(site|roles\/chrony\/tasks\/main)\.yml$/,
  ),
  playbook(
    'role that is not there',
    edit(/^( {4}- )chrony$/, (m) => `${m[1]}chronyd`),
  ),
  playbook(
    'tasks that are not there',
    edit(/^( +ansible\.builtin\.import_tasks: )(.*)$/, (m) => `${m[1]}tasks/drained.yml`),
  ),
  playbook(
    'playbook that is not there',
    edit(/^( +ansible\.builtin\.import_playbook: )(.*)$/, (m) => `${m[1]}compute.yml`),
  ),
  playbook(
    'variables that are not there',
    edit(/^( {4}- )vars\.yml$/, (m) => `${m[1]}variables.yml`),
  ),
  playbook(
    'template that is not there',
    edit(/^( +src: )chrony\.conf\.j2$/, (m) => `${m[1]}chronyd.conf.j2`),
    ROLE,
  ),
  playbook(
    'mode that is no longer octal',
    edit(/^( +mode: )"0(\d{3})"$/, (m) => `${m[1]}${m[2]}`),
    /^site\/(site|computes|roles\/chrony\/tasks\/main)\.yml$/,
  ),
  playbook(
    'task with two actions',
    edit(
      /^( {6})ansible\.builtin\.(lineinfile|file):$/,
      (m) => `${m[1]}ansible.builtin.debug: { msg: done }\n${m.input}`,
      (at) => [at, at + 1],
    ),
    /^site\/(computes)\.yml$/,
  ),
  playbook(
    'task without an action',
    edit(
      /^( +)ansible\.builtin\.(apt|template|systemd):$/,
      (m) => `${m[1]}vars:`,
      (at) => [at - 1, at],
    ),
    ROLE,
  ),
  playbook(
    'condition in braces',
    edit(/^( +when: )(.*)$/, (m) => `${m[1]}"{{ ${m[2]} }}"`),
  ),
  playbook('batches without a limit for failures', remove(/^ {2}max_fail_percentage: /)),
  playbook('wrong indent', shift(/^ {8,12}(dest|path|state|owner): /, -3)),
  playbook(
    'password in the clear',
    insertAfter(/^( {2})become: true$/, (m) => [`${m[1]}vars: { ansible_become_password: Xk29-vPq7rT1 }`]),
  ),
  {
    kind: 'ansible',
    name: 'inventory: two hosts with one address',
    files: /^site\/inventory\/hosts\.yml$/,
    mutants: edit(/^(.*ansible_host: 10\.20\.0\.)(1[23]|22)( \})$/, (m) => `${m[1]}11${m[3]}`),
  },
  {
    kind: 'ansible',
    name: 'inventory: host that is misspelled as a key of a group',
    files: /^site\/inventory\/hosts\.yml$/,
    mutants: misspell(/^ {4,6}(?<word>hosts|children):/),
  },
  {
    kind: 'ansible',
    name: 'inventory: child group that is not there',
    files: /^site\/inventory\/lab\.ini$/,
    mutants: edit(/^(testers|load)$/, (m) => `${m[1]}_1`),
  },
  {
    kind: 'ansible',
    name: 'inventory: section that is not closed',
    files: /^site\/inventory\/lab\.ini$/,
    mutants: edit(/^\[([\w:]+)\]$/, (m) => `[${m[1]}`),
  },
  {
    kind: 'ansible',
    name: 'role or collection that is not pinned',
    files: /^site\/requirements\.yml$/,
    mutants: remove(/^ {4}version: /),
  },
]
