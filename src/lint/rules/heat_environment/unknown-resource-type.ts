import { nearest } from '../../../platform/nearest.js'
import { asScalar } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import { namespaceOf } from '../../facts/heat.js'
import type { HeatEnvironment } from '../../readers/heat/environment-model.js'
import { isTemplateName } from '../../readers/heat/place.js'
import { isSetting, linesOf } from './shared/environment-registry-rules.js'

export default defineRule<HeatEnvironment>({
  id: 'heat_environment/unknown-resource-type',
  severity: 'error',
  summary: 'the resource_registry maps a type to one that Heat does not have',
  help: 'A type of the registry stands for a template (a file that ends with .yaml or .template) or for another resource type. When Heat has no such type, every stack that uses the mapped one is refused.',
  example: {
    bad: 'resource_registry:\n  "My::Server": OS::Nova::Servr\n',
    good: 'resource_registry:\n  "My::Server": OS::Nova::Server\n',
  },
  check(environment, report) {
    const { facts } = environment.folder
    const mapped = environment.folder.environments
    for (const { entry } of linesOf(environment)) {
      const target = asScalar(entry.value)
      if (isSetting(entry) || typeof target?.value !== 'string' || isTemplatedValue(target.text)) continue
      const { text, range } = target
      if (text.includes('*') || isTemplateName(text) || facts.type(text) || mapped.targetOf(text)) continue
      const namespace = namespaceOf(text)
      const near = facts.namespaces.has(namespace)
        ? nearest(
            text,
            facts.names.filter((name) => namespaceOf(name) === namespace),
          )
        : undefined
      if (!near) continue
      report({ range }, `Heat has no resource type "${text}".`, `Did you mean "${near}"?`)
    }
  },
})
