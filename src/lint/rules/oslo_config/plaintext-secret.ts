import { defineRule } from '../../engine/rule.js'
import { isPlainSecret, isSecretName, passwordInUrl } from '../../engine/secrets.js'
import {
  atValue,
  type ConfigFiles,
  type ConfigOption,
  withinValue,
} from '../../readers/oslo_config/config.js'

export default defineRule<ConfigFiles>({
  id: 'oslo_config/plaintext-secret',
  severity: 'warning',
  summary: 'a secret is in the repository in plain text',
  help: 'Anyone who can read the repository, or a copy of it, has the secret, and it stays in the history after you change the file. Keep secrets in files that Ansible Vault or SOPS encrypts, and insert them: password = {{ nova_keystone_password }}. Then replace the secret. Placeholders and Jinja expressions are not reported.',
  example: {
    bad: '[database]\nconnection = mysql+pymysql://nova:s3cr3t-of-nova@db.example.org/nova\n',
    good: '[database]\nconnection = mysql+pymysql://nova:{{ nova_database_password }}@db.example.org/nova\n',
  },
  check({ options }, report) {
    for (const option of options) {
      const { isTemplated, value, title } = option
      const password = passwordInUrl(value)
      const secret = password ?? (!value.includes('://') && isSecretOption(option) ? value : '')
      if (isTemplated || !isPlainSecret(secret, 'real')) continue
      report(
        password === undefined ? atValue(option) : atPassword(option, password),
        `${title} contains a secret in plain text.`,
        'Insert it from an encrypted variable, and replace it: everyone who can read this file knows it.',
      )
    }
  },
})

function atPassword(option: ConfigOption, password: string) {
  return withinValue(option, (option.lines[0]?.text ?? '').indexOf(`:${password}@`) + 1, password.length)
}

function isSecretOption({ name, lookup }: ConfigOption): boolean {
  if (lookup && 'type' in lookup) {
    if (lookup.type && lookup.type.kind !== 'string' && lookup.type.kind !== 'other') return false
    if (lookup.entry?.secret) return true
  }
  return isSecretName(name)
}
