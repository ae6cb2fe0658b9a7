import { fileRule } from '../../readers/oslo_config/rule.js'
import { isWhole } from './shared/cloud-rules.js'

export default fileRule(
  {
    id: 'oslo_config/no-public-keystone',
    severity: 'notice',
    summary: 'A service that does not say where its users find Keystone',
    help: 'Who comes without a valid token is sent to the address in www_authenticate_uri. Without it the middleware of Keystone takes auth_url, which in most clouds is an internal address that users cannot reach, and warns of it in the log. Only files that are whole are held to this: those that also say where the database is. Set www_authenticate_uri to the public address of Keystone.',
    example: {
      bad: '[database]\nconnection = {{ nova_database }}\n\n[keystone_authtoken]\nauth_url = http://10.0.0.10:5000\n',
      good: '[database]\nconnection = {{ nova_database }}\n\n[keystone_authtoken]\nauth_url = http://10.0.0.10:5000\nwww_authenticate_uri = https://cloud.example.org:5000\n',
    },
  },
  function* (file) {
    if (file.isVariable || !isWhole(file)) return
    for (const { group, ini } of file.sections) {
      if (group !== 'keystone_authtoken') continue
      const names = new Set(ini.options.map(({ name }) => name))
      if (!names.has('auth_url')) continue
      // the old name still counts where it is known
      if (names.has('www_authenticate_uri') || names.has('auth_uri')) continue
      yield {
        range: ini.range,
        message: '[keystone_authtoken] does not say where users find Keystone.',
        help: 'Set www_authenticate_uri to the public address of Keystone.',
      }
    }
  },
)
