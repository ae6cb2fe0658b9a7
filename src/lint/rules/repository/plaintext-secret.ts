import type { Kind } from '../../engine/finding.js'
import { defineRule } from '../../engine/rule.js'
import type { Repository } from '../../readers/repository/subject.js'
import { summary } from './shared/secret-rules.js'

/** Kinds whose own rules look at their secrets are left out. */
const KINDS: ReadonlySet<Kind> = new Set(['yaml', 'ansible', 'heat_environment', 'clouds'])

const WORD = /assw|assphrase|ecret|oken|key"?:|Key:/

const LINE = /(?:pass(?:word|wd|phrase)|secret|token|key)["']?[ \t]*:[ \t]+["']?[^\s"'{$!|>&*#]/i

export default defineRule<Repository>({
  id: 'repository/plaintext-secret',
  severity: 'warning',
  summary: 'a password that looks real stands in plain text',
  help: 'A value that looks as if a generator made it stands under a key that is called like a secret. Everybody who has the repository or a copy of it has it, and the history keeps it. Encrypt it (ansible-vault encrypt_string, SOPS), or take it from a secret store, and replace it. Placeholders, Jinja, words and short values are left alone, and so are files that the rules of their own kind look at.',
  example: {
    bad: 'registry_password: q7Zr2vLm9KxW4tBn\n',
    good: 'registry_password: "{{ vault_registry_password }}"\n',
  },
  *check({ definitions }) {
    for (const definition of definitions) {
      if (!KINDS.has(definition.kind) || !mayHoldSecrets(definition.text)) continue
      const problem = summary(definition)
      if (problem) yield problem
    }
  },
})

/** Most files hold none, and need not be walked. */
function mayHoldSecrets(text: string): boolean {
  return WORD.test(text) && LINE.test(text)
}
