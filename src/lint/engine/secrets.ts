import { asScalar, type YamlNode } from '../../yaml/tree.js'
import { isTemplatedValue } from './definition.js'

/** What the last words of a name are when its value is a secret. */
const SECRET_WORDS =
  'password|passwd|passphrase|secret|(?:api|access|private|secret|secret_access|fernet|rpc)_?key|(?:auth|access)_token'

/** `database_password`, `secretKey`, `ADMIN_PASSPHRASE`, `password2`. */
const SECRET_NAME = new RegExp(
  `(?:^|[_.-])(?:${SECRET_WORDS})s?(?:[_-]?\\d+)?$|[a-z](?:Password|Passphrase|Secret|ApiKey|SecretKey)$`,
  'i',
)

/** Names that mean a secret only where a file is made of secrets, or where the value looks like one. */
const TOKEN_NAME = /(?:^|[_.-])tokens?$|[a-z]Token$/
const KEY_NAME = /(?:^|[_.-])key$/

/** Variables with which Ansible logs in to a host, or becomes another user there. */
const LOGIN_NAME =
  /^ansible_(?:(?:ssh|become|sudo|su|httpapi|winrm|psrp|paramiko|netconf)_)?pass(?:word|phrase)?$/

/** Whether a name means that its value is a secret. `also` adds words that are ambiguous elsewhere. */
export function isSecretName(name: string, ...also: readonly ('token' | 'key')[]): boolean {
  return (
    SECRET_NAME.test(name) ||
    (also.includes('token') && TOKEN_NAME.test(name)) ||
    (also.includes('key') && KEY_NAME.test(name))
  )
}

/** Whether Ansible logs in with the value of this variable. */
export function isLoginPassword(name: string): boolean {
  return LOGIN_NAME.test(name)
}

/**
 * How sure it must be that a value is a secret:
 * - `literal`: any text, where the name leaves no doubt. Not what Jinja fills in, Ansible Vault encrypts, or `<…>`.
 * - `real`: no placeholder either (`changeme`, `%PASSWORD%`), nor a reference to where the secret is (`$NAME`, `/path`).
 * - `generated`: looks as if a generator made it.
 */
export type Certainty = 'literal' | 'real' | 'generated'

/** Whether a text is a secret in plain text. The caller has checked that its name means a secret. */
export function isPlainSecret(text: string, certainty: Certainty): boolean {
  if (!isLiteral(text)) return false
  if (certainty === 'literal') return true
  return certainty === 'real'
    ? !PLACEHOLDER.test(text) && !/^[$/]/.test(text)
    : !NOT_GENERATED.test(text) && looksGenerated(text)
}

/** The same for a YAML value: it has to be a scalar without a tag such as `!vault`, and not null. */
export function isPlainSecretNode(node: YamlNode | undefined, certainty: Certainty): boolean {
  const scalar = asScalar(node)
  if (!scalar || scalar.value === null || scalar.tag?.startsWith('!')) return false
  return isPlainSecret(scalar.text, certainty)
}

function isLiteral(text: string): boolean {
  const trimmed = text.trim()
  return trimmed !== '' && !isTemplatedValue(text) && !/^(?:\$ANSIBLE_VAULT|<)/.test(trimmed)
}

/** The password in `scheme://user:password@host`. */
export function passwordInUrl(url: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s:@]*:([^/?#\s@]*)@/i.exec(url)?.[1]
}

/** What people write where a secret is still to come. */
const PLACEHOLDER =
  /^(?:%.*%|@.*@|__.*__|[*x.]+|change[-_ ]?(?:me|it|this).*|replace[-_ ]?me.*|todo|your[-_ ].*|none|null|dummy|[A-Z][A-Z0-9]*_(?:PASS|PASSWORD|SECRET|KEY))$/i

/** Placeholders, examples, URLs, paths, calls, addresses of people and UUIDs. */
const NOT_GENERATED =
  /change|example|password|passw0rd|secret|dummy|test|placeholder|your|foo|todo|1234|abcd|default|sample|fake|insert|replace|demo|lorem|redacted|removed|xxxx|token|none|null|vault|lookup|\.\.\.|^(?:https?|file|s3|redis|amqp|mysql):|^[/.~%@<$[{]|^\w+\(|^[\w.-]+@[\w.-]+$|^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

/** Letters and digits in an order that no person would think of. */
function looksGenerated(text: string): boolean {
  if (text.length < 12 || text.length > 512 || /\s/.test(text)) return false
  if (/^[\da-f]+$/i.test(text)) return text.length >= 24 && entropy(text) > 3
  const changes = text.match(/[A-Za-z]\d|\d[A-Za-z]|[a-z][A-Z]/g)?.length ?? 0
  return /\d/.test(text) && /[A-Za-z]/.test(text) && changes >= text.length / 5 && entropy(text) > 3
}

/** Bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}

/** Secrets whose form alone identifies them. */
const KEY_FORMATS: readonly { what: string; pattern: RegExp }[] = [
  {
    what: 'private key',
    // with enough content to be more than a mention
    pattern:
      /-----BEGIN (?:RSA |EC |DSA |OPENSSH )?PRIVATE KEY-----(?=(?:\\n|\s){1,40}([A-Za-z0-9+/=]{40}))/g,
  },
  { what: 'GitHub token', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{82})\b/g },
  { what: 'GitLab token', pattern: /\bglpat-[\w-]{20,60}(?![\w-])/g },
  { what: 'Slack token', pattern: /\bxox[abprs]-\d{8,14}-\d{8,14}-[A-Za-z0-9-]{16,64}\b/g },
  {
    what: 'AWS secret key',
    pattern: /\baws_secret(?:_access)?_key["']?[ \t]*[:=][ \t]*["']?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g,
  },
]

/** Part of every format: one search rules out most files. */
const KEY_SIGN = /PRIVATE KEY-----|gh[pousr]_|github_pat_|glpat-|xox[abprs]-|aws_secret/

/** A key in a text, with its place in it. */
export interface FoundKey {
  /** `private key`, `GitHub token`… */
  what: string
  index: number
  length: number
}

/** Keys and tokens that their form identifies; those of examples are left out. */
export function keysIn(text: string): FoundKey[] {
  if (!KEY_SIGN.test(text)) return []
  return KEY_FORMATS.flatMap(({ what, pattern }) =>
    [...text.matchAll(pattern)]
      .filter(([found, content = '']) => !/example|EXAMPLE|(.)\1{9}/.test(found + content))
      .map(({ 0: found, index }) => ({ what, index, length: found.length })),
  )
}
