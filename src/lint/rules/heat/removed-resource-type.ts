import { declaredRule } from '../../engine/declared.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { withType } from './shared/examples.js'

export default declaredRule({
  id: 'heat/removed-resource-type',
  severity: 'error',
  summary: 'a resource has a type that Heat removed',
  help: 'Heat keeps the names of removed types so that old stacks can be deleted. It accepts a new resource of such a type, reports it as complete, and creates nothing. If the OpenStack release is not configured, this is a warning, because it is only certain for the newest release.',
  example: {
    bad: {
      'release.yml': 'openstack_release: "2026.2"\n',
      'template.yaml': withType('OS::Designate::Domain'),
    },
    good: withType(
      'OS::Designate::Zone',
      '    properties: { name: example.org., email: admin@example.org }\n',
    ),
  },
  uses: heatLookups,
  reports: 'removed_type',
  describe: ({ name, type: { instead } }, { folder }) => ({
    message: `Heat removed the resource type ${name} and creates nothing for it.`,
    help: instead[0] ? `Use ${instead[0]} instead.` : 'Use its replacement, or remove the resource.',
    severity: folder.facts.facts.isAssumed ? 'warning' : undefined,
  }),
})
