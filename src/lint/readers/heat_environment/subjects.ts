import { childOf, entriesOf, entryOf } from '../../../yaml/tree.js'
import { type Definition, rootMapping } from '../../engine/definition.js'
import type { RuleContext, RuleSubjects } from '../../engine/rule.js'
import type { HotTemplate } from '../heat/model.js'
import { heatFolder } from '../heat/subjects.js'
import type { HeatEnvironment } from './model.js'

function* environments(definitions: readonly Definition[], context: RuleContext): Iterable<HeatEnvironment> {
  if (!definitions.some(({ kind }) => kind === 'heat_environment')) return
  const folder = heatFolder(definitions, context)
  const templates = new Map<string, HotTemplate[]>()
  for (const template of folder.templates.values()) {
    const stem = stemOf(template.path)
    templates.set(stem, [...(templates.get(stem) ?? []), template])
  }
  for (const definition of definitions) {
    const root = rootMapping(definition)
    if (definition.kind !== 'heat_environment' || !root) continue
    const [template, ...others] = templates.get(stemOf(definition.path)) ?? []
    yield {
      path: definition.path,
      root,
      sections: entriesOf(root),
      parameters: entriesOf(childOf(root, 'parameters')),
      defaults: entriesOf(childOf(root, 'parameter_defaults')),
      registry: entryOf(root, 'resource_registry'),
      template: others.length === 0 ? template : undefined,
      folder,
    }
  }
}

/** The path without its extension and without a mark of environments: `web` for `web.env`, `web_env.yaml`, `web-env.yml`. */
function stemOf(path: string): string {
  return path.replace(/\.[^./]+$/, '').replace(/[._-]env(?:ironment)?$/i, '')
}

/** Heat environment files. */
export const subjects: RuleSubjects<HeatEnvironment> = {
  kind: 'heat_environment',
  exampleFile: 'region.env',
  subjects: environments,
}
