import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { withType } from './shared/examples.js'

/** Heat's default for `max_nested_stack_depth`. */
const MAX_DEPTH = 5

export default defineRule<HotTemplate>({
  id: 'heat/nested-too-deep',
  severity: 'error',
  summary: 'templates are nested too deep, or include themselves',
  help: 'Heat creates a nested stack for each resource whose type is a template. By default, stacks can be nested up to five levels deep (max_nested_stack_depth). A template that includes itself, also through others, never ends.',
  example: {
    bad: { 'template.yaml': withType('template.yaml') },
    good: { 'template.yaml': withType('OS::Neutron::Net') },
  },
  check({ uses }, report) {
    for (const { type, resolved } of uses) {
      if (!type || resolved.what !== 'template') continue
      const depth = 1 + depthOf(resolved.template)
      if (depth === Number.POSITIVE_INFINITY)
        report(type, `The template ${type.text} includes itself.`, 'Remove the cycle.')
      else if (depth > MAX_DEPTH) {
        report(
          type,
          `The templates below this resource are nested ${depth} levels deep; the default limit of Heat is ${MAX_DEPTH}.`,
          'Merge some of the templates, or raise max_nested_stack_depth.',
          'warning',
        )
      }
    }
  },
})

const depths = new WeakMap<HotTemplate, number>()

/** How many levels of templates are below a template; infinite in a cycle. Does not recurse: chains can be long. */
function depthOf(start: HotTemplate): number {
  const known = depths.get(start)
  if (known !== undefined) return known
  const open = new Set([start])
  const stack = [{ template: start, rest: nestedIn(start), depth: 0 }]
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const next = top.rest.pop()
    const below = next && (open.has(next) ? Number.POSITIVE_INFINITY : depths.get(next))
    if (below !== undefined) top.depth = Math.max(top.depth, below + 1)
    else if (next) {
      open.add(next)
      stack.push({ template: next, rest: nestedIn(next), depth: 0 })
    } else {
      depths.set(top.template, top.depth)
      open.delete(top.template)
      stack.pop()
      const above = stack.at(-1)
      if (above) above.depth = Math.max(above.depth, top.depth + 1)
    }
  }
  return depths.get(start) ?? 0
}

function nestedIn({ uses }: HotTemplate): HotTemplate[] {
  return [
    ...new Set(uses.flatMap(({ resolved }) => (resolved.what === 'template' ? [resolved.template] : []))),
  ]
}
