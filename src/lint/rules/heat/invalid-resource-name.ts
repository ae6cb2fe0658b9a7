import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { VERSION } from './shared/examples.js'

const network = (parameter: string) => `${VERSION}parameters:
  ${parameter}: { type: string }
resources:
  network:
    type: OS::Neutron::Net
    properties: { name: { get_param: ${parameter} } }
`

export default defineRule<HotTemplate>({
  id: 'heat/invalid-resource-name',
  severity: 'error',
  summary: 'a resource has the name of a parameter, or a name with a slash',
  help: 'Parameters and resources of a template share one namespace: Heat rejects a template with a parameter and a resource of the same name. It also rejects a resource with a slash in its name.',
  example: { bad: network('network'), good: network('name') },
  check({ parameters, resources }, report) {
    const taken = new Set(parameters.map(({ key }) => key))
    for (const { key, keyRange } of resources) {
      const isTaken = taken.has(key)
      if (!isTaken && !key.includes('/')) continue
      report(
        { range: keyRange },
        isTaken ? `"${key}" is also the name of a parameter.` : `The name "${key}" contains a slash.`,
        'Rename the resource.',
      )
    }
  },
})
