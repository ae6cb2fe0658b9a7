import type { HotTemplate } from '../../../readers/heat/model.js'
import { type Parameter, parameterOf } from '../../../readers/heat/parameters.js'

export const SECRET =
  /(^|[_-])(password|passwd|passphrase|secret|private_key|api_key|apikey|auth_token|access_key)($|[_-]?\d*$)|(password|passwd|passphrase)$/i

export const template = (more: string) => `heat_template_version: 2018-08-31
parameters:
  admin_password: { type: string${more} }
resources:
  server:
    type: OS::Nova::Server
    properties:
      flavor: small
      admin_pass: { get_param: admin_password }
      networks: [{ network: web }]
`

export function* secrets({ parameters }: HotTemplate): Iterable<Parameter> {
  for (const entry of parameters) {
    const parameter = parameterOf(entry)
    if (parameter.type === 'string' && SECRET.test(parameter.name)) yield parameter
  }
}
