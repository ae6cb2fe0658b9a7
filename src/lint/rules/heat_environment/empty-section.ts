import { declaredRule } from '../../engine/declared.js'
import { environmentLookups } from '../../readers/heat_environment/lookups.js'
import { LIST_SECTIONS } from '../../readers/heat_environment/model.js'

export default declaredRule({
  id: 'heat_environment/empty-section',
  severity: 'warning',
  summary: 'a section of an environment has no value',
  help: 'Heat rejects an environment with an empty section. The openstack client merges environments before it sends them and hides the problem; other clients do not.',
  example: {
    bad: 'parameter_defaults: {}\nresource_registry:\n',
    good: 'parameter_defaults: {}\nresource_registry: {}\n',
  },
  uses: environmentLookups,
  reports: 'empty_section',
  describe: ({ name }) => ({
    message: `The section "${name}" is empty.`,
    help: `Remove it, or use \`${name}: ${LIST_SECTIONS.has(name) ? '[]' : '{}'}\`.`,
  }),
})
