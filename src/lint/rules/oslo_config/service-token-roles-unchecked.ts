import { defineRule } from '../../engine/rule.js'
import { atValue, type ConfigFiles } from '../../readers/oslo_config/config.js'

export default defineRule<ConfigFiles>({
  id: 'oslo_config/service-token-roles-unchecked',
  severity: 'warning',
  summary: 'any valid token is accepted as a service token',
  help: 'If service_token_roles_required is off, the Keystone middleware accepts any valid token as a service token, whatever the roles of its owner. A user can then act as a service: keep using an expired token, or make calls that are reserved for services. The option is only off by default for compatibility with old clouds, and the middleware warns about it. Set it to true once all service users have a role that service_token_roles lists.',
  example: {
    bad: '[keystone_authtoken]\nservice_token_roles = service\nservice_token_roles_required = false\n',
    good: '[keystone_authtoken]\nservice_token_roles = service\nservice_token_roles_required = true\n',
  },
  check({ options }, report) {
    for (const option of options) {
      const { section, name, value } = option
      if (section.group !== 'keystone_authtoken' || name !== 'service_token_roles_required') continue
      if (!/^(?:false|0|off|no)$/i.test(value)) continue
      report(
        atValue(option),
        'Any valid token is accepted as a service token.',
        'Set service_token_roles_required to true.',
      )
    }
  },
})
