import { asScalar } from '../../../../yaml/tree.js'
import { isTemplatedValue } from '../../../engine/definition.js'
import type { Rule } from '../../../engine/rule.js'
import type { HotTemplate } from '../../../readers/heat/model.js'
import { type Parameter, parameterOf } from '../../../readers/heat/parameters.js'

const SECRET =
  /(^|[_-])(password|passwd|passphrase|secret|private_key|api_key|apikey|auth_token|access_key)($|[_-]?\d*$)|(password|passwd|passphrase)$/i

const template = (more: string) => `heat_template_version: 2018-08-31
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

function* secrets({ parameters }: HotTemplate): Iterable<Parameter> {
  for (const entry of parameters) {
    const parameter = parameterOf(entry)
    if (parameter.type === 'string' && SECRET.test(parameter.name)) yield parameter
  }
}

const shownSecret: Rule<HotTemplate> = {
  id: 'heat/shown-secret',
  severity: 'warning',
  summary: 'a parameter that looks like a secret is not hidden',
  help: 'Heat shows the value of a parameter to everybody who may look at the stack, and stores it in clear text. With hidden: true it shows stars, and encrypts it where encrypt_parameters_and_properties is set.',
  example: { bad: template(''), good: template(', hidden: true') },
  *check(subject) {
    for (const { entry, name, isHidden } of secrets(subject)) {
      if (isHidden) continue
      yield {
        file: subject.path,
        range: entry.keyRange,
        message: `The parameter "${name}" looks like a secret and is not hidden.`,
        help: 'Add  hidden: true.',
      }
    }
  },
}

const secretDefault: Rule<HotTemplate> = {
  id: 'heat/secret-default',
  severity: 'warning',
  summary: 'a parameter that looks like a secret has a default',
  help: 'A default stands in the repository for everybody to read, and every stack that nobody gives another value has the same secret. Leave the default out, so that each stack is asked for its own, or let OS::Heat::RandomString make one.',
  example: { bad: template(', hidden: true, default: linux'), good: template(', hidden: true') },
  *check(subject) {
    for (const { name, default: given } of secrets(subject)) {
      const scalar = asScalar(given)
      if (!given || !scalar || scalar.text === '' || isTemplatedValue(scalar.text)) continue
      yield {
        file: subject.path,
        range: given.range,
        message: `The default of "${name}" puts a secret into the repository.`,
        help: 'Leave the default out.',
      }
    }
  },
}

export const secretRules = [shownSecret, secretDefault]
