import { asScalar, asString, childOf, type YamlNode } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { FILE, GOOD, requirementsOf } from './shared/requirement-rules.js'

/** Names of branches, which are something else tomorrow. */
const BRANCH =
  /^(?:master|main|devel|develop|development|trunk|head|(?:stable|unmaintained|release|feature)\/.+)$/i

export default defineRule<Project>({
  id: 'ansible/unpinned-requirement',
  severity: 'warning',
  summary: 'a required role or collection has no fixed version',
  help: 'Without a version, or with the name of a branch, each installation takes what is newest at that moment: what was tested in staging is not what production gets, and going back to an older release of the repository does not bring back the older role. Give a tag, a version or a commit. Ranges of versions are left alone.',
  example: { file: FILE, bad: GOOD.replace('1.4.2', 'main'), good: GOOD },
  check(project, report) {
    for (const { file, kind, item, name, range, version } of requirementsOf(project)) {
      if (name === undefined || isTemplatedValue(name) || isLocal(item, name)) continue
      // branches that a tool of the repository pins again and again
      if (childOf(item, 'trackbranch')) continue
      const text =
        asScalar(version)?.text ?? (/^[^,]+,([^,]+)/.exec(name)?.[1] || /:([^:/]+)$/.exec(name)?.[1])
      if (text === undefined || text === '' || text === '*') {
        report(
          { file, range },
          `The ${kind} "${name}" has no version, so each installation takes the newest.`,
          'Add  version:  with a tag, a version or a commit.',
        )
      } else if (BRANCH.test(text)) {
        report(
          { file, range: version?.range ?? range },
          `The version "${text}" of the ${kind} "${name}" is a branch, which moves.`,
          'Give a tag, a version or a commit.',
        )
      }
    }
  },
})

/** Whether it lies beside the file, or is a list of more requirements. */
function isLocal(item: YamlNode, name: string): boolean {
  if (childOf(item, 'include')) return true
  const type = asString(childOf(item, 'type'))
  if (type !== undefined && ['file', 'dir', 'subdirs', 'url'].includes(type)) return true
  return /^(?:\.{0,2}\/|file:|~)|\.tar\.gz$/.test(name)
}
