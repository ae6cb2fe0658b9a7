import { SourceText } from '../../../../yaml/source.js'
import { asScalar, walk, type YamlNode } from '../../../../yaml/tree.js'
import { type Definition, isTemplatedValue } from '../../../engine/definition.js'
import type { Kind } from '../../../engine/finding.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import type { Repository } from '../../../readers/repository/subject.js'

interface Form {
  what: string
  pattern: RegExp
}

/** Every file that has such a secret holds one of these: most are left after one look. */
const SIGN = /PRIVATE KEY-----|gh[pousr]_|github_pat_|glpat-|xox[abprs]-|aws_secret/

/** Secrets whose form leaves no doubt. */
const FORMS: readonly Form[] = [
  {
    what: 'private key',
    // with enough of its content that it is no mere mention
    pattern:
      /-----BEGIN (?:RSA |EC |DSA |OPENSSH )?PRIVATE KEY-----(?=(?:\\n|\s){1,40}([A-Za-z0-9+/=]{40}))/g,
  },
  {
    what: 'GitHub token',
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{82})\b/g,
  },
  { what: 'GitLab token', pattern: /\bglpat-[\w-]{20,60}(?![\w-])/g },
  {
    what: 'Slack token',
    pattern: /\bxox[abprs]-\d{8,14}-\d{8,14}-[A-Za-z0-9-]{16,64}\b/g,
  },
  {
    what: 'AWS secret key',
    pattern: /\baws_secret(?:_access)?_key["']?[ \t]*[:=][ \t]*["']?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g,
  },
]

// the signs of the examples are put together here, so that no scanner takes this file for a leak
const EXAMPLE_KEY = `registry_token: ghp${'_'}${'Ab3dE6gH9j'.repeat(4).slice(0, 36)}\n`

export const leakedKey: Rule<Repository> = {
  id: 'repository/leaked-key',
  severity: 'error',
  summary: 'a private key or a token of a known service stands in the repository',
  help: 'The form of the text leaves no doubt: it is a private key, or a token of GitHub, GitLab, Slack or AWS. Everybody who has the repository or a copy of it can use it, also after it is removed, since the history keeps it. Revoke it first, then take the new one from a secret store, or encrypt it with ansible-vault.',
  example: {
    bad: EXAMPLE_KEY,
    good: 'registry_token: "{{ vault_registry_token }}"\n',
  },
  *check({ definitions }) {
    for (const { path, text } of definitions) {
      if (!SIGN.test(text)) continue
      let source: SourceText | undefined
      for (const { what, pattern } of FORMS) {
        for (const { 0: found, 1: content = '', index } of text.matchAll(pattern)) {
          if (/example|EXAMPLE|(.)\1{9}/.test(found + content)) continue
          source ??= new SourceText(text)
          yield {
            file: path,
            range: source.range(index, index + found.length),
            message: `A ${what} stands here in plain text.`,
            help: 'Revoke it, and keep the new one in a secret store or in a vault.',
          }
        }
      }
    }
  },
}

/** Kinds whose own rules look at their secrets are left out. */
const KINDS: ReadonlySet<Kind> = new Set(['yaml', 'ansible', 'heat_environment', 'clouds'])
const SECRET_KEY =
  /(?:^|[_.-])(?:password|passwd|passphrase|secret|token|api_?key|secret_?key|access_key)$|[a-z](?:Password|Secret|Token|ApiKey)$/
const WORD = /assw|assphrase|ecret|oken|key"?:|Key:/
const LINE = /(?:pass(?:word|wd|phrase)|secret|token|key)["']?[ \t]*:[ \t]+["']?[^\s"'{$!|>&*#]/i
/** Variables with which Ansible logs in have a rule of their own, and so have the keys of AWS. */
const SAID_ELSEWHERE = /^ansible_\w*pass(?:word|wd|phrase)?$|^aws_secret(?:_access)?_key$/
const NO_SECRET =
  /change|example|password|passw0rd|secret|dummy|test|placeholder|your|foo|todo|1234|abcd|default|sample|fake|insert|replace|demo|lorem|redacted|removed|xxxx|token|none|null|vault|lookup|\.\.\.|^(?:https?|file|s3|redis|amqp|mysql):|^[/.~%@<$[{]|^\w+\(|^[\w.-]+@[\w.-]+$|^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

export const plaintextSecret: Rule<Repository> = {
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
}

/** Most files hold none, and need not be walked. */
function mayHoldSecrets(text: string): boolean {
  return WORD.test(text) && LINE.test(text)
}

/** One problem for each file, at its first secret. */
function summary({ path, yaml, kind }: Definition): Problem | undefined {
  const found: { key: string; node: YamlNode }[] = []
  for (const document of yaml?.documents ?? []) {
    walk(document, (node) => {
      for (const { key, value } of node.kind === 'mapping' ? node.entries : []) {
        if (isSecret(key, value)) found.push({ key, node: value })
      }
    })
  }
  // passwords in clouds.yaml itself have a rule of their own
  if (kind === 'clouds' && !/secure[^/]*$/i.test(path)) return undefined
  const [first] = found.sort((a, b) => byPosition(a.node, b.node))
  if (!first) return undefined
  const more = found.length === 1 ? '' : `, and so do ${found.length - 1} more`
  return {
    file: path,
    range: first.node.range,
    message: `The value of "${first.key}" stands here in plain text${more}.`,
    help: 'Encrypt it, or take it from a secret store, and replace it.',
  }
}

/** A mapping is visited before those in it. */
function byPosition({ range: { start: a } }: YamlNode, { range: { start: b } }: YamlNode): number {
  return a.line - b.line || a.column - b.column
}

function isSecret(key: string, value: YamlNode): boolean {
  if (!SECRET_KEY.test(key) || SAID_ELSEWHERE.test(key)) return false
  const scalar = value.kind === 'scalar' ? asScalar(value) : undefined
  if (!scalar || scalar.tag !== undefined || typeof scalar.value !== 'string') return false
  // those have a rule of their own
  if (FORMS.some(({ pattern }) => scalar.text.search(pattern) !== -1)) return false
  return !isTemplatedValue(scalar.text) && looksGenerated(scalar.text)
}

/** Whether a generator made it: letters and digits in no order that anybody would think of. */
function looksGenerated(text: string): boolean {
  if (text.length < 12 || text.length > 512 || /\s/.test(text) || NO_SECRET.test(text)) return false
  if (/^[\da-f]+$/i.test(text)) return text.length >= 24 && entropy(text) > 3
  const changes = text.match(/[A-Za-z]\d|\d[A-Za-z]|[a-z][A-Z]/g)?.length ?? 0
  return /\d/.test(text) && /[A-Za-z]/.test(text) && changes >= text.length / 5 && entropy(text) > 3
}

/** Bits for each character. */
function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}
