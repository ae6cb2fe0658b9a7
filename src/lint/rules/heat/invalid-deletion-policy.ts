import { nearest } from '../../../platform/nearest.js'
import { asScalar, childOf } from '../../../yaml/tree.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import { isCall } from '../../readers/heat/calls.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { CONDITIONS_SINCE } from '../../readers/heat/versions.js'
import { VERSION } from './shared/resource-rules.js'

const volume = (more: string) =>
  `${VERSION}resources:\n  data:\n    type: OS::Cinder::Volume\n    properties: { size: 1 }\n    ${more}\n`

const POLICIES = ['Delete', 'Retain', 'Snapshot']

export default defineRule<HotTemplate>({
  id: 'heat/invalid-deletion-policy',
  severity: 'error',
  summary: 'a deletion_policy is none that the resource can have',
  help: 'deletion_policy is Delete, Retain or Snapshot; in small letters since version 2016-10-14. Snapshot is only for types that can make one: volumes and servers. Heat refuses a template with any other.',
  example: { bad: volume('deletion_policy: Keep'), good: volume('deletion_policy: Retain') },
  *check({ path, uses, language }) {
    const known =
      language && language.date < CONDITIONS_SINCE
        ? POLICIES
        : [...POLICIES, ...POLICIES.map((policy) => policy.toLowerCase())]
    for (const { definition, resolved, placeholder } of uses) {
      const node = childOf(definition, 'deletion_policy')
      const scalar = asScalar(node)
      if (!node || placeholder !== undefined || isCall(node)) continue
      const name = scalar?.text ?? ''
      const problem = (message: string, help: string): Problem => ({
        file: path,
        range: node.range,
        message,
        help,
      })
      if (!known.includes(name)) {
        const near = nearest(name, known) ?? 'Retain'
        yield problem(`There is no deletion policy "${name}".`, `Write  deletion_policy: ${near}.`)
      } else if (/^snapshot$/i.test(name) && resolved.what === 'heat' && !resolved.type.hasSnapshots) {
        yield problem(`${resolved.type.name} cannot make a snapshot.`, 'Use Retain or Delete.')
      }
    }
  },
})
