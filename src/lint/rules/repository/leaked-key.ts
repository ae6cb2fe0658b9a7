import { SourceText } from '../../../yaml/source.js'
import { defineRule } from '../../engine/rule.js'
import { keysIn } from '../../engine/secrets.js'
import type { Repository } from '../../readers/repository/subjects.js'

const EXAMPLE_KEY = `registry_token: ghp${'_'}${'Ab3dE6gH9j'.repeat(4).slice(0, 36)}\n`

export default defineRule<Repository>({
  id: 'repository/leaked-key',
  severity: 'error',
  summary: 'the repository contains a private key or a token of a known service',
  help: 'The format identifies a private key, or a token of GitHub, GitLab, Slack or AWS. Anyone with a copy of the repository can use it, even after it is removed, since the history keeps it. Revoke it first. Then read the new one from a secret store, or encrypt it with ansible-vault.',
  example: {
    bad: EXAMPLE_KEY,
    good: 'registry_token: "{{ vault_registry_token }}"\n',
  },
  check({ definitions }, report) {
    for (const { path, text } of definitions) {
      const keys = keysIn(text)
      if (keys.length === 0) continue
      const source = new SourceText(text)
      for (const { what, index, length } of keys) {
        report(
          { file: path, range: source.range(index, index + length) },
          `This is a ${what} in plain text.`,
          'Revoke it, and keep the new one in a secret store or in a vault.',
        )
      }
    }
  },
})
