import { entriesOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { VERSION } from './shared/resource-rules.js'

export default defineRule<HotTemplate>({
  id: 'heat/missing-output-value',
  severity: 'error',
  summary: 'an output has no value',
  help: 'Every output needs a value; without it Heat refuses the whole template.',
  example: {
    bad: `${VERSION}resources:\n  network: { type: OS::Neutron::Net }\noutputs:\n  id: { description: of the network }\n`,
    good: `${VERSION}resources:\n  network: { type: OS::Neutron::Net }\noutputs:\n  id: { value: { get_resource: network } }\n`,
  },
  check({ outputs }, report) {
    for (const { key, keyRange, value } of outputs) {
      if (entriesOf(value).some((entry) => entry.key === 'value')) continue
      report({ range: keyRange }, `The output "${key}" has no value.`, 'Add  value: …  to it, or remove it.')
    }
  },
})
