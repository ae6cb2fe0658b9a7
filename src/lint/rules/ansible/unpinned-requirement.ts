import { asScalar, asString, childOf, type YamlNode } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { requirementsOf } from '../../readers/ansible/requirements.js'
import { REQUIREMENTS, REQUIREMENTS_FILE } from './shared/examples.js'

const BRANCH =
  /^(?:master|main|devel|develop|development|trunk|head|(?:stable|unmaintained|release|feature)\/.+)$/i

export default defineRule<Project>({
  id: 'ansible/unpinned-requirement',
  severity: 'warning',
  summary: 'a required role or collection has no fixed version',
  help: 'Without a version, or with the name of a branch, each installation downloads the newest version at that time. Production then gets a version that was not tested in staging, and a rollback of the repository does not restore the older version. Set a tag, a version or a commit. Ranges of versions are not reported.',
  example: { file: REQUIREMENTS_FILE, bad: REQUIREMENTS.replace('1.4.2', 'main'), good: REQUIREMENTS },
  check(project, report) {
    for (const requirement of requirementsOf(project)) {
      const { file, kind, item, name, version } = requirement
      if (name === undefined || isTemplatedValue(name) || isLocal(item, name)) continue
      // openstack-ansible's tools update the version of such a role from its branch
      if (childOf(item, 'trackbranch')) continue
      const text = asScalar(version)?.text ?? versionInName(name)
      if (text === undefined || text === '' || text === '*')
        report(
          requirement,
          `The ${kind} "${name}" has no version, so each installation downloads the newest one.`,
          'Set `version` to a tag, a version or a commit.',
        )
      else if (BRANCH.test(text))
        report(
          version ? { file, range: version.range } : requirement,
          `The version "${text}" of the ${kind} "${name}" is a branch, which changes over time.`,
          'Set a tag, a version or a commit.',
        )
    }
  },
})

/** `geerlingguy.ntp,1.0.0` and `openstack.cloud:1.0.0`. */
function versionInName(name: string): string | undefined {
  return /^[^,]+,([^,]+)/.exec(name)?.[1] ?? /:([^:/]+)$/.exec(name)?.[1]
}

/** Whether a requirement is in the repository itself, is an archive, or includes another list. */
function isLocal(item: YamlNode, name: string): boolean {
  if (childOf(item, 'include')) return true
  const type = asString(childOf(item, 'type'))
  if (type !== undefined && ['file', 'dir', 'subdirs', 'url'].includes(type)) return true
  return /^(?:\.{0,2}\/|file:|~)|\.tar\.gz$/.test(name)
}
