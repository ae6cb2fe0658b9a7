import { asScalar, walk, type YamlNode } from '../../../yaml/tree.js'
import type { Definition } from '../../engine/definition.js'
import type { Kind } from '../../engine/finding.js'
import { defineRule } from '../../engine/rule.js'
import { isLoginPassword, isPlainSecretNode, isSecretName, keysIn } from '../../engine/secrets.js'
import type { Repository } from '../../readers/repository/subjects.js'

/** The other kinds have rules of their own for secrets. */
const KINDS: ReadonlySet<Kind> = new Set(['yaml', 'ansible', 'heat_environment', 'clouds'])

const WORD = /assw|assphrase|ecret|oken|key"?:|Key:/

const LINE = /(?:pass(?:word|wd|phrase)|secret|token|key)["']?[ \t]*:[ \t]+["']?[^\s"'{$!|>&*#]/i

export default defineRule<Repository>({
  id: 'repository/plaintext-secret',
  severity: 'warning',
  summary: 'a password that looks generated is in plain text',
  help: 'The value of a key whose name means a secret looks as if a generator made it. Anyone with a copy of the repository has it, and the history keeps it. Encrypt it (ansible-vault encrypt_string, SOPS) or read it from a secret store, and replace it. The rule ignores placeholders, Jinja, words and short values, and files whose kind has its own rule for secrets.',
  example: {
    bad: 'registry_password: q7Zr2vLm9KxW4tBn\n',
    good: 'registry_password: "{{ vault_registry_password }}"\n',
  },
  check({ definitions }, report) {
    for (const definition of definitions) {
      const [first, ...others] = secretsIn(definition)
      if (!first) continue
      const more = others.length === 0 ? '' : `, and so are ${others.length} more`
      report(
        { file: definition.path, range: first.node.range },
        `The value of "${first.key}" is a secret in plain text${more}.`,
        'Encrypt it or read it from a secret store, and replace it.',
      )
    }
  },
})

/** The secrets of a file, in their order. */
function secretsIn({ kind, path, text, yaml }: Definition): { key: string; node: YamlNode }[] {
  // most files contain none, and need not be walked
  if (!KINDS.has(kind) || !WORD.test(text) || !LINE.test(text)) return []
  // clouds/password-in-clouds reports those in clouds.yaml itself
  if (kind === 'clouds' && !/secure[^/]*$/i.test(path)) return []
  const found: { key: string; node: YamlNode }[] = []
  for (const document of yaml?.documents ?? []) {
    walk(document, (node) => {
      for (const { key, value } of node.kind === 'mapping' ? node.entries : []) {
        if (isSecret(key, value)) found.push({ key, node: value })
      }
    })
  }
  return found.sort((a, b) => byPosition(a.node, b.node))
}

/** A mapping is visited before its values. */
function byPosition({ range: { start: a } }: YamlNode, { range: { start: b } }: YamlNode): number {
  return a.line - b.line || a.column - b.column
}

function isSecret(key: string, value: YamlNode): boolean {
  // ansible/plaintext-password and repository/leaked-key report these
  if (isLoginPassword(key) || /^aws_secret(?:_access)?_key$/.test(key)) return false
  if (!isSecretName(key, 'token')) return false
  const scalar = value.kind === 'scalar' ? asScalar(value) : undefined
  if (!scalar || scalar.tag !== undefined || typeof scalar.value !== 'string') return false
  return isPlainSecretNode(scalar, 'generated') && keysIn(scalar.text).length === 0
}
