import type { Definition } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import { WordSpeller } from '../../engine/speller.js'
import type { Known } from '../../facts/openstack_ansible.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { example } from './shared/variable-rules.js'

const index = new WeakMap<Known['variables'], WordSpeller>()

const counted = new WeakMap<readonly Definition[], Map<string, number>>()

export default defineRule<Deployment>({
  id: 'openstack_ansible/misspelled-variable',
  severity: 'warning',
  summary: 'a variable that nothing reads looks like one with a slip of the pen',
  help: 'Ansible accepts any variable, so a misspelled one is left out without a word and the default stays. This is said of names that neither openstack-ansible and its roles nor anything in the repository reads, and that differ from a known variable in one word by a letter or two.',
  example: example('nova_cpu_allocation_raito: 4.0\n', 'nova_cpu_allocation_ratio: 4.0\n'),
  check(deployment, report) {
    const { variables, known } = deployment
    for (const [name, settings] of variables.settings) {
      if (!isReadByNobody(name, known) || known.elsewhere('variables', name)) continue
      const near = misspellings(known).typoOf(name)
      // one that is used in a template, a playbook or another value is the user's own
      if (!near || (wordsOf(deployment.everything).get(name) ?? 0) > settings.length) continue
      for (const { file, entry } of settings) {
        report(
          { file, range: entry.keyRange },
          `Nothing in openstack-ansible ${known.release} reads "${name}".`,
          `Did you mean "${near}"?`,
        )
      }
    }
  },
})

function misspellings(known: Known): WordSpeller {
  const made = index.get(known.variables) ?? new WordSpeller([...known.variables, ...known.undefaulted])
  index.set(known.variables, made)
  return made
}

/** Names of fewer words are too often somebody's own. */
function isReadByNobody(name: string, known: Known): boolean {
  return /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(name) && name.length >= 8 && !known.reads(name)
}

/** How often each word occurs in the repository. */
function wordsOf(definitions: readonly Definition[]): Map<string, number> {
  const known = counted.get(definitions)
  if (known) return known
  const counts = new Map<string, number>()
  counted.set(definitions, counts)
  for (const { text } of definitions) {
    for (const [word] of text.matchAll(/[A-Za-z_]\w*/g)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}
