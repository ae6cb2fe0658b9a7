import type { Range } from '../../../../yaml/source.js'
import { asScalar } from '../../../../yaml/tree.js'
import type { Rule } from '../../../engine/rule.js'
import type { HotTemplate } from '../../../readers/heat/model.js'
import { isTemplateName, placeOf } from '../../../readers/heat/place.js'

const VERSION = 'heat_template_version: 2018-08-31\n'
const CONFIG = `${VERSION}resources:
  setup:
    type: OS::Heat::SoftwareConfig
    properties: { config: { get_file: scripts/setup.sh } }
`

const missingFile: Rule<HotTemplate> = {
  id: 'heat/missing-file',
  severity: 'error',
  summary: 'a template names a file that is not there',
  help: 'The client sends the files of get_file, and the templates that stand as resource types, along with the template, and looks for them beside it. When one is not there, nothing is sent at all. Files outside of the folder that is checked, and URLs, are left alone.',
  example: {
    bad: { 'template.yaml': CONFIG },
    good: { 'template.yaml': CONFIG, 'scripts/setup.sh': 'echo ready\n' },
  },
  *check(template) {
    for (const { name, range } of namedFiles(template)) {
      const place = placeOf(template.path, name)
      if (!place || template.folder.hasFile(place.path)) continue
      yield {
        file: template.path,
        range,
        message: `There is no file ${place.path}.`,
        help: 'Correct the path, which starts at the folder of this template, or add the file.',
      }
    }
  },
}

function* namedFiles({ calls, uses }: HotTemplate): Iterable<{ name: string; range: Range }> {
  for (const { name, entry, placeholders } of calls) {
    const scalar = name === 'get_file' ? asScalar(entry.value) : undefined
    if (typeof scalar?.value !== 'string' || placeholders === 'all') continue
    if (!placeholders.some((part) => scalar.text.includes(part)))
      yield { name: scalar.text, range: scalar.range }
  }
  for (const { type, placeholder } of uses) {
    if (!type || !isTemplateName(type.text)) continue
    if (placeholder === undefined || !type.text.includes(placeholder))
      yield { name: type.text, range: type.range }
  }
}

const SMALL = CONFIG.replace('{ get_file: scripts/setup.sh }', 'echo ready')

/** What a Heat takes that nobody configured otherwise. */
const MAX_BYTES = 524_288
const MAX_RESOURCES = 1000
const MAX_DEPTH = 5

const tooLarge: Rule<HotTemplate> = {
  id: 'heat/too-large',
  severity: 'warning',
  summary: 'a template is larger than Heat takes by default',
  help: 'Heat refuses a nested template, and one that is sent to it as text, of more than 524288 bytes (max_template_size); a request with the template and all its files of more than 1048576 bytes (max_json_body_size); and a stack of more than 1000 resources (max_resources_per_stack). An operator can raise these limits. Move scripts into files, and parts into stacks of their own.',
  example: {
    bad: `${SMALL}# half a million bytes more\n`,
    encode: (bad) => Buffer.from(bad + '# more\n'.repeat(MAX_BYTES / 4)),
    good: SMALL,
  },
  *check({ path, version, bytes, resources }) {
    const problem = (message: string, help: string) => ({ file: path, range: version.range, message, help })
    if (bytes > MAX_BYTES) {
      yield problem(
        `This template has ${bytes} bytes; Heat takes ${MAX_BYTES}.`,
        'Move scripts into files of their own.',
      )
    }
    if (resources.length > MAX_RESOURCES) {
      yield problem(
        `This template has ${resources.length} resources; Heat takes ${MAX_RESOURCES}.`,
        'Use groups and nested templates, and several stacks.',
      )
    }
  },
}

const nestedTooDeep: Rule<HotTemplate> = {
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
}

const depths = new WeakMap<HotTemplate, number>()

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

export const fileRules = [missingFile, tooLarge, nestedTooDeep]
