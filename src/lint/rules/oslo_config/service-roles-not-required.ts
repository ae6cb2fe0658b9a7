import { optionRule } from '../../readers/oslo_config/rule.js'

export default optionRule(
  {
    id: 'oslo_config/service-roles-not-required',
    severity: 'warning',
    summary: 'Service tokens that are taken from anybody',
    help: 'With service_token_roles_required off, the middleware takes any valid token as a service token, whatever roles its owner has: a user can pass for a service, and with it keep using an expired token or call what only services may. The default is off for the sake of old clouds alone, and the middleware warns of it. Set it to true, once the service users have the role that service_token_roles names.',
    example: {
      bad: '[keystone_authtoken]\nservice_token_roles = service\nservice_token_roles_required = false\n',
      good: '[keystone_authtoken]\nservice_token_roles = service\nservice_token_roles_required = true\n',
    },
  },
  ({ ini }, { group }) => {
    const isOff = ini.name === 'service_token_roles_required' && /^(?:false|0|off|no)$/i.test(ini.value)
    if (group !== 'keystone_authtoken' || !isOff) return undefined
    return {
      range: ini.valueRange,
      message: 'A service token is taken from anybody who has a valid token.',
      help: 'Set service_token_roles_required to true.',
    }
  },
)
