import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { VERSION } from './shared/file-rules.js'

const MAX_DEPTH = 5

const depths = new WeakMap<HotTemplate, number>()

export default defineRule<HotTemplate>({
  id: 'heat/nested-too-deep',
  severity: 'error',
  summary: 'templates nest too deep, or in a circle',
  help: 'Heat makes a stack of its own for each template that stands as a resource type, at most five below each other (max_nested_stack_depth, which an operator can raise). A template that leads back to itself never ends.',
  example: {
    bad: { 'template.yaml': `${VERSION}resources:\n  again: { type: template.yaml }\n` },
    good: { 'template.yaml': `${VERSION}resources:\n  network: { type: OS::Neutron::Net }\n` },
  },
  *check(template) {
    for (const { type, resolved } of template.uses) {
      if (!type || resolved.what !== 'template') continue
      const depth = 1 + depthOf(resolved.template)
      if (depth <= MAX_DEPTH) continue
      const isEndless = depth === Number.POSITIVE_INFINITY
      yield {
        file: template.path,
        range: type.range,
        message: isEndless
          ? `${type.text} leads back to itself.`
          : `Templates nest ${depth} deep from here; Heat takes ${MAX_DEPTH}.`,
        help: isEndless
          ? 'Break the circle.'
          : 'Bring some of them together, or raise max_nested_stack_depth.',
        ...(isEndless ? {} : { severity: 'warning' as const }),
      }
    }
  },
})

/** How many templates stand below each other in one; endless in a circle. */
function depthOf(start: HotTemplate): number {
  const known = depths.get(start)
  if (known !== undefined) return known
  const open = new Set([start])
  const stack = [{ template: start, rest: nested(start), depth: 0 }]
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const next = top.rest.pop()
    const below = next && (open.has(next) ? Number.POSITIVE_INFINITY : depths.get(next))
    if (below !== undefined) top.depth = Math.max(top.depth, below + 1)
    else if (next) {
      open.add(next)
      stack.push({ template: next, rest: nested(next), depth: 0 })
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

function nested({ uses }: HotTemplate): HotTemplate[] {
  return [
    ...new Set(uses.flatMap(({ resolved }) => (resolved.what === 'template' ? [resolved.template] : []))),
  ]
}
