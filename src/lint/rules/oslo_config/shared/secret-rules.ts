import { isTemplatedValue } from '../../../engine/definition.js'
import type { ConfigOption, ConfigSection } from '../../../readers/oslo_config/config.js'
import type { OptionFacts } from '../../../facts/oslo_config.js'
import { named, optionRule, partOf, valuePlace } from '../../../readers/oslo_config/rule.js'

const SECRET_NAME = /(?:^|_)(?:password|passwd|secret|secret_key|secret_access_key|passphrase|api_key)$/
/** What people write where a secret is still to come, and what is none. */
const PLACEHOLDER =
  /^(?:<.*>|%.*%|@.*@|__.*__|[*x.]+|change[-_ ]?(?:me|it|this).*|replace[-_ ]?me.*|todo|your[-_ ].*|none|null|dummy|[A-Z][A-Z0-9]*_(?:PASS|PASSWORD|SECRET|KEY))$/i
const CREDENTIALS = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s:@]*:([^/?#\s@]*)@/i

export const plaintextSecret = optionRule(
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

const REFERENCE = /\$(?:\$|\{([_a-z][._a-z0-9]*)\}|([_a-z][._a-z0-9]*))/gi
const ESCAPABLE = /password|passwd|secret|connection|transport_url/

export const unescapedDollar = optionRule(
  {
    id: 'oslo_config/unescaped-dollar',
    severity: 'error',
    summary: 'A "$" that oslo.config takes for another option',
    help: 'oslo.config fills in $name and ${name} in every value from the option of that name in the same section or in [DEFAULT], and $section.name from another section. When there is none, asking for the option fails, and with it the service. A "$" of a password has to be written twice: "$$". In passwords and in URLs that hold them this is an error, elsewhere a warning, since a plug-in may have the option.',
    example: {
      bad: '[database]\nconnection = mysql+pymysql://nova:{{ first_half }}$ecret@db.example.org/nova\n',
      good: '[database]\nconnection = mysql+pymysql://nova:{{ first_half }}$$ecret@db.example.org/nova\n',
    },
  },
  (option, section, { facts, isVariable }) => {
    const { ini, lookup } = option
    if (!facts || !ini.value.includes('$') || (lookup?.is !== 'known' && lookup?.is !== 'renamed'))
      return undefined
    const text = ini.lines.length === 1 ? (ini.lines[0]?.text ?? '') : ''
    // what stands inside of an expression is Jinja's
    const plain = text.replace(/\{\{.*?\}\}/g, (all) => ' '.repeat(all.length)).replaceAll('\\$', '$$$$')
    for (const match of plain.matchAll(REFERENCE)) {
      const name = match[1] ?? match[2]
      if (name === undefined || isOption(name, section, facts)) continue
      return {
        range: isVariable ? ini.valueRange : partOf(option, match.index, match[0].length),
        message: `${named(section.ini.name, ini.name)} refers to "${match[0]}", but there is no option "${name}".`,
        help: 'Write "$$" when a "$" is meant.',
        severity: ESCAPABLE.test(ini.name) ? 'error' : 'warning',
      }
    }
    return undefined
  },
)

/** Options that oslo.config itself has for each program. */
const OWN = new Set(['config_file', 'config_dir', 'config_source'])

/** Whether oslo.config may find the option: only what no release has is certainly unknown. */
function isOption(name: string, { group }: ConfigSection, facts: OptionFacts): boolean {
  const dot = name.indexOf('.')
  const places = dot === -1 ? [group] : [name.slice(0, dot), group]
  const options = dot === -1 ? [name, name] : [name.slice(dot + 1), name]
  const isKnown = (place: string | undefined, option: string | undefined) =>
    place !== undefined && option !== undefined && facts.lookup(place, option).is !== 'unknown'
  if (places.some((place, index) => isKnown(place, options[index]))) return true
  return isKnown('DEFAULT', name) || OWN.has(name)
}
