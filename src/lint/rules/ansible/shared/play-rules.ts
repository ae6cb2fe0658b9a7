import { nearest } from '../../../../platform/nearest.js'
import { asScalar, asSequence, resolve, type YamlEntry, type YamlNode } from '../../../../yaml/tree.js'
import { isTemplatedValue } from '../../../engine/definition.js'
import type { Rule } from '../../../engine/rule.js'
import { IMPORT_KEYWORDS, PLAY_KEYWORDS, TASK_SECTIONS } from '../../../readers/ansible/keywords.js'
import type { Play, Project } from '../../../readers/ansible/project.js'

const GOOD = `- name: Deploy Keystone
  hosts: control
  tasks:
    - name: Greet
      ansible.builtin.ping:
`

export const unknownPlayKeyword: Rule<Project> = {
  id: 'ansible/unknown-play-keyword',
  severity: 'error',
  summary: 'a play has a keyword that Ansible does not know',
  help: 'Ansible refuses a playbook when a play, or an import_playbook, has any other key than the keywords of its own. Such a key is a misspelled keyword, a variable that belongs below vars, or a keyword of tasks that plays do not have.',
  example: { bad: GOOD.replace('  hosts', '  becom: true\n  hosts'), good: GOOD },
  *check({ plays }) {
    for (const { file, entries } of plays) {
      const isImport = importOf(entries) !== undefined
      const known = isImport ? IMPORT_KEYWORDS : PLAY_KEYWORDS
      const isSure = isImport || TASK_SECTIONS.some((section) => entries.has(section)) || entries.has('roles')
      for (const { key, keyRange } of entries.values()) {
        if (known.has(key) || isTemplatedValue(key)) continue
        const near = nearest(key, known)
        if (!isSure && !near) continue
        const what = isImport ? 'An import_playbook' : 'A play'
        yield {
          file,
          range: keyRange,
          message: `${what} has no keyword "${key}", so Ansible refuses the playbook.`,
          help: near ? `Did you mean "${near}"?` : 'Remove it, or put it below vars when it is a variable.',
        }
      }
    }
  },
}

/** The entry that imports another playbook. */
export function importOf(entries: Play['entries']): YamlEntry | undefined {
  return entries.get('import_playbook') ?? entries.get('ansible.builtin.import_playbook')
}

export const playWithoutHosts: Rule<Project> = {
  id: 'ansible/play-without-hosts',
  severity: 'error',
  summary: 'a play has no hosts',
  help: 'Ansible refuses a playbook in which a play does not say on which hosts it runs. Use localhost for what runs on the machine of Ansible itself.',
  example: { bad: GOOD.replace('hosts: control', 'become: true'), good: GOOD },
  *check({ plays }) {
    for (const { file, entries, range } of plays) {
      if (importOf(entries)) continue
      const hosts = entries.get('hosts')
      if (hosts && !isEmpty(hosts.value)) continue
      yield {
        file,
        range: hosts?.keyRange ?? range,
        message: 'The play has no hosts, so Ansible refuses the playbook.',
        help: 'Add hosts, with the groups that the play is for.',
      }
    }
  },
}

function isEmpty(node: YamlNode): boolean {
  const value = resolve(node)
  if (value?.kind === 'sequence') return value.items.length === 0
  return value?.kind === 'scalar' && (value.value === null || value.text === '')
}

export const unguardedSerial: Rule<Project> = {
  id: 'ansible/unguarded-serial',
  severity: 'warning',
  summary: 'a rolling play goes on with the next batch after a host has failed',
  help: 'With serial, Ansible stops only when every host of a batch has failed. A new version that breaks one host of each batch is then rolled out to all of them. Set max_fail_percentage: 0 or any_errors_fatal: true, or serial: 1, and the play stops at the first host that fails.',
  example: {
    bad: GOOD.replace('control\n', 'control\n  serial: 2\n'),
    good: GOOD.replace('control\n', 'control\n  serial: 2\n  max_fail_percentage: 0\n'),
  },
  *check({ plays }) {
    for (const { file, entries } of plays) {
      const serial = entries.get('serial')
      if (!serial || entries.has('max_fail_percentage') || entries.has('any_errors_fatal')) continue
      const batches = asSequence(serial.value)?.items ?? [serial.value]
      if (!batches.some(isMoreThanOne)) continue
      yield {
        file,
        range: serial.keyRange,
        message: 'The play goes on with the next hosts when some of a batch have failed.',
        help: 'Add  max_fail_percentage: 0  or  any_errors_fatal: true.',
      }
    }
  },
}

/** Whether a batch may hold more than one host, when that can be told. */
function isMoreThanOne(batch: YamlNode): boolean {
  const text = asScalar(batch)?.text ?? ''
  return text.endsWith('%') || Number(text) > 1
}
