import { asScalar, walk, type YamlNode } from '../../../../yaml/tree.js'
import { type Definition, isTemplatedValue } from '../../../engine/definition.js'
import type { Problem } from '../../../engine/rule.js'

export interface Form {
  what: string
  pattern: RegExp
}

/** Secrets whose form leaves no doubt. */
export const FORMS: readonly Form[] = [
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

export const SECRET_KEY =
  /(?:^|[_.-])(?:password|passwd|passphrase|secret|token|api_?key|secret_?key|access_key)$|[a-z](?:Password|Secret|Token|ApiKey)$/

/** Variables with which Ansible logs in have a rule of their own, and so have the keys of AWS. */
export const SAID_ELSEWHERE = /^ansible_\w*pass(?:word|wd|phrase)?$|^aws_secret(?:_access)?_key$/

export const NO_SECRET =
  /change|example|password|passw0rd|secret|dummy|test|placeholder|your|foo|todo|1234|abcd|default|sample|fake|insert|replace|demo|lorem|redacted|removed|xxxx|token|none|null|vault|lookup|\.\.\.|^(?:https?|file|s3|redis|amqp|mysql):|^[/.~%@<$[{]|^\w+\(|^[\w.-]+@[\w.-]+$|^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

/** One problem for each file, at its first secret. */
export function summary({ path, yaml, kind }: Definition): Problem | undefined {
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
export function byPosition({ range: { start: a } }: YamlNode, { range: { start: b } }: YamlNode): number {
  return a.line - b.line || a.column - b.column
}

export function isSecret(key: string, value: YamlNode): boolean {
  if (!SECRET_KEY.test(key) || SAID_ELSEWHERE.test(key)) return false
  const scalar = value.kind === 'scalar' ? asScalar(value) : undefined
  if (!scalar || scalar.tag !== undefined || typeof scalar.value !== 'string') return false
  // those have a rule of their own
  if (FORMS.some(({ pattern }) => scalar.text.search(pattern) !== -1)) return false
  return !isTemplatedValue(scalar.text) && looksGenerated(scalar.text)
}

/** Whether a generator made it: letters and digits in no order that anybody would think of. */
export function looksGenerated(text: string): boolean {
  if (text.length < 12 || text.length > 512 || /\s/.test(text) || NO_SECRET.test(text)) return false
  if (/^[\da-f]+$/i.test(text)) return text.length >= 24 && entropy(text) > 3
  const changes = text.match(/[A-Za-z]\d|\d[A-Za-z]|[a-z][A-Z]/g)?.length ?? 0
  return /\d/.test(text) && /[A-Za-z]/.test(text) && changes >= text.length / 5 && entropy(text) > 3
}

/** Bits for each character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}
