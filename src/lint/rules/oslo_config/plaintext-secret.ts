import { isTemplatedValue } from '../../engine/definition.js'
import type { ConfigOption } from '../../readers/oslo_config/config.js'
import { named, optionRule, partOf, valuePlace } from '../../readers/oslo_config/rule.js'

const SECRET_NAME = /(?:^|_)(?:password|passwd|secret|secret_key|secret_access_key|passphrase|api_key)$/

/** What people write where a secret is still to come, and what is none. */
const PLACEHOLDER =
  /^(?:<.*>|%.*%|@.*@|__.*__|[*x.]+|change[-_ ]?(?:me|it|this).*|replace[-_ ]?me.*|todo|your[-_ ].*|none|null|dummy|[A-Z][A-Z0-9]*_(?:PASS|PASSWORD|SECRET|KEY))$/i

const CREDENTIALS = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s:@]*:([^/?#\s@]*)@/i

export default optionRule(
  {
    id: 'oslo_config/plaintext-secret',
    severity: 'warning',
    summary: 'A secret that everybody can read in the repository',
    help: 'Who can read the repository, or a copy of it, has the secret, and it stays in the history when the file is changed. Keep secrets in files that Ansible Vault or SOPS encrypt, and fill them in: password = {{ nova_keystone_password }}. Replace the secret, since it is known. Placeholders and values of Jinja are left alone.',
    example: {
      bad: '[database]\nconnection = mysql+pymysql://nova:s3cr3t-of-nova@db.example.org/nova\n',
      good: '[database]\nconnection = mysql+pymysql://nova:{{ nova_database_password }}@db.example.org/nova\n',
    },
  },
  (option, section) => {
    const { ini } = option
    if (ini.isTemplated || ini.value === '') return undefined
    const written = ini.lines[0]?.text ?? ''
    const isUrl = ini.value.includes('://')
    const password = isUrl ? CREDENTIALS.exec(ini.value)?.[1] : undefined
    const isSecret = password === undefined && !isUrl && isSecretOption(option)
    const secret = isSecret ? ini.value : password
    if (secret === undefined || secret === '' || !isReal(secret)) return undefined
    return {
      range: isSecret
        ? valuePlace(option)
        : partOf(option, written.indexOf(`:${secret}@`) + 1, secret.length),
      message: `${named(section.ini.name, ini.name)} holds a secret in plain text.`,
      help: 'Take it from an encrypted variable, and replace it: it is known to all who can read this file.',
    }
  },
)

function isSecretOption({ ini, lookup }: ConfigOption): boolean {
  if (lookup?.is === 'known' || lookup?.is === 'renamed') {
    if (lookup.type && lookup.type.kind !== 'string' && lookup.type.kind !== 'other') return false
    if (lookup.entry?.secret) return true
  }
  return SECRET_NAME.test(ini.name)
}

/** Whether a value may be a secret, and not what stands for one, or the place where it is kept. */
function isReal(value: string): boolean {
  return !PLACEHOLDER.test(value) && !/^[$/]/.test(value) && !isTemplatedValue(value)
}
