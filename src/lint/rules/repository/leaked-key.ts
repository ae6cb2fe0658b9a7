import { SourceText } from '../../../yaml/source.js'
import { defineRule } from '../../engine/rule.js'
import type { Repository } from '../../readers/repository/subject.js'
import { FORMS } from './shared/secret-rules.js'

/** Every file that has such a secret holds one of these: most are left after one look. */
const SIGN = /PRIVATE KEY-----|gh[pousr]_|github_pat_|glpat-|xox[abprs]-|aws_secret/

const EXAMPLE_KEY = `registry_token: ghp${'_'}${'Ab3dE6gH9j'.repeat(4).slice(0, 36)}\n`

export default defineRule<Repository>({
  id: 'repository/leaked-key',
  severity: 'error',
  summary: 'a private key or a token of a known service stands in the repository',
  help: 'The form of the text leaves no doubt: it is a private key, or a token of GitHub, GitLab, Slack or AWS. Everybody who has the repository or a copy of it can use it, also after it is removed, since the history keeps it. Revoke it first, then take the new one from a secret store, or encrypt it with ansible-vault.',
  example: {
    bad: EXAMPLE_KEY,
    good: 'registry_token: "{{ vault_registry_token }}"\n',
  },
  check({ definitions }, report) {
    for (const { path, text } of definitions) {
      if (!SIGN.test(text)) continue
      let source: SourceText | undefined
      for (const { what, pattern } of FORMS) {
        for (const { 0: found, 1: content = '', index } of text.matchAll(pattern)) {
          if (/example|EXAMPLE|(.)\1{9}/.test(found + content)) continue
          source ??= new SourceText(text)
          report(
            { file: path, range: source.range(index, index + found.length) },
            `A ${what} stands here in plain text.`,
            'Revoke it, and keep the new one in a secret store or in a vault.',
          )
        }
      }
    }
  },
})
