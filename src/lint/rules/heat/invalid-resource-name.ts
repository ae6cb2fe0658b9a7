import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { VERSION } from './shared/resource-rules.js'

export default defineRule<HotTemplate>({
  id: 'heat/invalid-resource-name',
  severity: 'error',
  summary: 'a resource has the name of a parameter, or a name that Heat does not take',
  help: 'Parameters and resources share their names in Heat, and it refuses a template in which a parameter and a resource are called the same. The name of a resource may hold no slash either.',
  example: {
    bad: `${VERSION}parameters:\n  network: { type: string }\nresources:\n  network:\n    type: OS::Neutron::Net\n    properties: { name: { get_param: network } }\n`,
    good: `${VERSION}parameters:\n  name: { type: string }\nresources:\n  network:\n    type: OS::Neutron::Net\n    properties: { name: { get_param: name } }\n`,
  },
  check({ parameters, resources }, report) {
    const taken = new Set(parameters.map(({ key }) => key))
    for (const { key, keyRange } of resources) {
      const isTaken = taken.has(key)
      if (!isTaken && !key.includes('/')) continue
      report(
        { range: keyRange },
        isTaken ? `There is a parameter "${key}" too.` : `The name "${key}" holds a slash.`,
        'Give the resource another name.',
      )
    }
  },
})
