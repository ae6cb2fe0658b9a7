import { defineRule } from '../../engine/rule.js'
import { type ConfigFiles, isComplete } from '../../readers/oslo_config/config.js'

export default defineRule<ConfigFiles>({
  id: 'oslo_config/missing-public-keystone-url',
  severity: 'notice',
  summary: 'a service does not tell its users where Keystone is',
  help: 'A service that refuses a request without a valid token names Keystone by the URL in www_authenticate_uri. If that is not set, the Keystone middleware uses auth_url, which in most clouds is an internal URL that users cannot reach, and logs a warning. Only complete files are checked, which are those that set the database. Set www_authenticate_uri to the public URL of Keystone.',
  example: {
    bad: '[database]\nconnection = {{ nova_database }}\n\n[keystone_authtoken]\nauth_url = http://10.0.0.10:5000\n',
    good: '[database]\nconnection = {{ nova_database }}\n\n[keystone_authtoken]\nauth_url = http://10.0.0.10:5000\nwww_authenticate_uri = https://cloud.example.org:5000\n',
  },
  check({ files }, report) {
    for (const file of files) {
      if (file.isVariable || !isComplete(file)) continue
      for (const section of file.sections) {
        const names = new Set(section.options.map(({ name }) => name))
        if (section.group !== 'keystone_authtoken' || !names.has('auth_url')) continue
        // auth_uri is the old name of www_authenticate_uri
        if (names.has('www_authenticate_uri') || names.has('auth_uri')) continue
        report(
          section,
          '[keystone_authtoken] does not set the public URL of Keystone.',
          'Set www_authenticate_uri to the public URL of Keystone.',
        )
      }
    }
  },
})
