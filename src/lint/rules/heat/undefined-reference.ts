import { declaredRule } from '../../engine/declared.js'
import { didYouMean } from '../../engine/speller.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { withSubnet } from './shared/examples.js'

const subnet = (network: string) => withSubnet(`network: { get_resource: ${network} }\ncidr: 192.0.2.0/24`)

export default declaredRule({
  id: 'heat/undefined-reference',
  severity: 'error',
  summary: 'a template uses a parameter, resource or condition that it does not define',
  help: 'Heat rejects a template when get_param, get_resource, get_attr, depends_on, if or condition refers to something that the template does not define. The parameters OS::stack_name, OS::stack_id and OS::project_id always exist.',
  example: { bad: subnet('netwrok'), good: subnet('network') },
  uses: heatLookups,
  reports: 'undefined_reference',
  describe: ({ what, name, known }) => ({
    message: `The template does not define the ${what} "${name}".`,
    help: didYouMean(name, known, `Define "${name}" under \`${what}s\`, or remove this reference.`),
  }),
})
