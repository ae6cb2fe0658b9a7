import { isBefore } from '../../../../openstack/releases.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import type { Deployment } from '../../../readers/kolla_ansible/deployment.js'
import { EXAMPLE } from './example.js'
import { asBool } from '../../../readers/kolla_ansible/jinja.js'
import { atKey } from '../../../readers/kolla_ansible/problem.js'
import { REPLACEMENTS } from '../../../facts/kolla_ansible_replacements.js'
import type { Setting } from '../../../readers/kolla_ansible/settings.js'

export const misspelledVariable: Rule<Deployment> = {
  id: 'kolla_ansible/misspelled-variable',
  severity: 'warning',
  summary: 'a variable that nothing reads is one slip away from one that counts',
  help: "Ansible takes any variable and never says that nothing reads it. A name that neither kolla-ansible's roles nor the repository itself use, and that differs from a real variable by a letter or two in one word, is a misspelling: the cloud is deployed with the default of the variable that was meant.",
  example: {
    bad: `${EXAMPLE}enable_neutron_provider_network: true\n`,
    good: `${EXAMPLE}enable_neutron_provider_networks: true\n`,
  },
  *check(deployment) {
    const { names, kayobeNames, written, kayobe } = deployment
    if (!names) return
    for (const setting of written) {
      if (isGone(deployment, setting) || names.has(setting.name)) continue
      const meant = names.meant(setting.name) ?? names.switchWithin(setting.name)
      yield* slip(deployment, setting, meant)
    }
    if (!kayobeNames) return
    for (const setting of kayobe) {
      const { name } = setting
      if (kayobeNames.has(name) || names.has(name) || names.has(name.replace(/^kolla_/, ''))) continue
      yield* slip(deployment, setting, kayobeNames.meant(name))
    }
  },
}

function* slip(deployment: Deployment, setting: Setting, meant: string | undefined): Iterable<Problem> {
  if (meant === undefined || deployment.settings.has(meant)) return
  if (deployment.kayobe.some(({ name }) => name === meant)) return
  if (deployment.namesInUse().has(setting.name)) return
  yield atKey(setting, `Nothing reads the variable "${setting.name}".`, `Did you mean "${meant}"?`)
}

/** Whether there once was such a variable. */
function isGone({ names, release }: Deployment, { name }: Setting): boolean {
  const since = REPLACEMENTS.get(name)?.since
  if (since && release) return !isBefore(release.release, since)
  return names?.lastRelease(name) !== undefined
}

export const removedVariable: Rule<Deployment> = {
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
}

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
