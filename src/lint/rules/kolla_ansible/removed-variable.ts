import { defineRule, type Problem } from '../../engine/rule.js'
import { REPLACEMENTS } from '../../facts/kolla_ansible_replacements.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { asBool } from '../../readers/kolla_ansible/jinja.js'
import { atKey } from '../../readers/kolla_ansible/problem.js'
import type { Setting } from '../../readers/kolla_ansible/settings.js'
import { EXAMPLE } from './shared/example.js'
import { isGone } from './shared/name-rules.js'

export default defineRule<Deployment>({
  id: 'kolla_ansible/removed-variable',
  severity: 'warning',
  summary: 'a variable that the release no longer has is still set',
  help: 'kolla-ansible renames and drops variables from release to release, and Ansible goes on without a word: what was set is lost, and the default of whatever took its place counts. Some of them, such as enable_redis, make `kolla-ansible prechecks` fail. The release is the one that the manifest or openstack_release names; without one, the newest that is known is assumed.',
  example: {
    bad: `${EXAMPLE}kolla_install_type: source\n`,
    good: EXAMPLE,
  },
  *check(deployment) {
    const { names, kayobeNames, written, kayobe, release } = deployment
    if (!names || !release) return
    for (const setting of written) {
      if (isGone(deployment, setting)) yield* gone(deployment, setting, names.lastRelease(setting.name))
    }
    for (const setting of kayobe) {
      const last = names.has(setting.name) ? undefined : kayobeNames?.lastRelease(setting.name)
      if (last !== undefined) yield* gone(deployment, setting, last)
    }
  },
})

function* gone(deployment: Deployment, setting: Setting, last: string | undefined): Iterable<Problem> {
  const { release, values, names } = deployment
  const { name } = setting
  const replacement = REPLACEMENTS.get(name)
  const isOff = asBool(values.of(name)) === false && /^(kolla_)?enable_/.test(name)
  const isRefused = replacement?.isRefused === true && names?.has(name) === true && !isOff
  if (!isRefused && deployment.namesInUse().has(name)) return
  const assumed = release?.isSaid ? release.release : `${release?.release} (assumed)`
  const end = last === undefined ? `since ${replacement?.since}` : `after ${last}`
  const consequence = isRefused ? "kolla-ansible's prechecks refuse it" : 'nothing reads it'
  yield atKey(
    setting,
    `The variable "${name}" is gone ${end}: in ${assumed} ${consequence}.`,
    replacement?.help ?? 'Remove it, or look into the release notes for what took its place.',
    severityOf(isRefused, isOff, release?.isSaid === true),
  )
}

function severityOf(isRefused: boolean, isOff: boolean, isSaid: boolean): Problem['severity'] {
  if (isRefused && isSaid) return 'error'
  return isOff ? 'notice' : undefined
}
