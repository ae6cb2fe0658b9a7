import { ruleSets } from '../../../generated/rules.js'
import { factsOf } from '../facts/facts.js'
import { checkDefinitions } from './check.js'
import { definitionOf, MAX_BYTES, tooLarge } from './files/read.js'
import type { Finding } from './finding.js'
import { detectedRelease } from './openstack-release/choose.js'
import { exampleFiles, type RulePage } from './rule.js'

/** The findings in the bad example of a rule. */
export function findingsInExample(page: RulePage): Finding[] {
  const set = ruleSets.find(({ pages }) => pages.includes(page))
  if (!set) return []
  const files = Object.entries(exampleFiles(set, page.example, 'bad'))
  const definitions = files.flatMap(([path, content]) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    return (bytes.length > MAX_BYTES ? tooLarge(path) : definitionOf(bytes, path)) ?? []
  })
  const { name, assumed } = detectedRelease(definitions)
  const context = { facts: factsOf(name, assumed), files: new Set(files.map(([path]) => path)) }
  return checkDefinitions(definitions, { rules: {}, isAsked: () => true }, context).findings
}
