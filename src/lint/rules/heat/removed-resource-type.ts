import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { oldTypes, problem, template } from './shared/type-rules.js'

export default defineRule<HotTemplate>({
  id: 'heat/removed-resource-type',
  severity: 'error',
  summary: 'a resource has a type for which Heat creates nothing any more',
  help: 'Heat keeps the names of types that it removed, so that old stacks can still be deleted. It accepts a new resource of such a type, calls it complete, and creates nothing. When no release is said, this is a warning, since it is only known for the newest one.',
  example: {
    bad: {
      'release.yml': 'openstack_release: "2026.2"\n',
      'template.yaml': template('OS::Designate::Domain'),
    },
    good: template(
      'OS::Designate::Zone',
      '    properties: { name: example.org., email: admin@example.org }\n',
    ),
  },
  *check(subject) {
    const isAssumed = subject.folder.facts.facts.isAssumed
    for (const [use, type] of oldTypes(subject, true)) {
      yield {
        ...problem(
          subject,
          use,
          type,
          `Heat creates nothing for a resource of type ${use.type?.text}: it was removed.`,
        ),
        ...(isAssumed ? { severity: 'warning' as const } : {}),
      }
    }
  },
})
