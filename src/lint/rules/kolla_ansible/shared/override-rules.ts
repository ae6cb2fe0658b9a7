import type { Problem, Rule } from '../../../engine/rule.js'
import type { Deployment } from '../../../readers/kolla_ansible/deployment.js'
import { withFiles } from './example.js'
import { OverridePaths } from '../../../readers/kolla_ansible/override-paths.js'

const FILE_START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
/** What roles read by a name of their own; certificates, keyrings and images are named by operators. */
const CONFIGURATION = /\.(?:conf|ini|cfg|ya?ml|json)$/

/** The paths below the folder of overrides, with the files. */
function* overridesOf({
  overrides: { folder, files },
}: Deployment): Iterable<{ file: string; path: string }> {
  for (const file of files) yield { file, path: file.slice(folder.length) }
}

export const unknownOverride: Rule<Deployment> = {
  id: 'kolla_ansible/unknown-override',
  severity: 'error',
  summary: 'no role looks for an override file at this path',
  help: "kolla-ansible merges an operator's files into those of its services when they stand at exactly the paths that its roles look for, and passes every other file by without a word: the setting in it never reaches the service. Look up the path in the service's role; most are config/<service>.conf, config/<service>/<container>.conf and config/<service>/<host>/<file>.",
  example: {
    bad: withFiles({ 'etc/kolla/config/nova/nova_compute.conf': '[DEFAULT]\ncpu_allocation_ratio = 4.0\n' }),
    good: withFiles({ 'etc/kolla/config/nova/nova-compute.conf': '[DEFAULT]\ncpu_allocation_ratio = 4.0\n' }),
  },
  *check(deployment) {
    const { facts, settings, release } = deployment
    if (!facts || settings.has('node_custom_config')) return
    const paths = OverridePaths.of(facts)
    for (const { file, path } of overridesOf(deployment)) {
      if (!CONFIGURATION.test(path) || paths.exactly(path)) continue
      const meant = paths.meant(path)
      // the name of a storage cluster may be anything, so a wildcard says less than a name that is nearly right
      if (meant === undefined && (paths.fateOf(path) || !paths.folders.has(path.split('/')[0] ?? '')))
        continue
      if (isMentioned(deployment, path)) continue
      yield {
        file,
        range: FILE_START,
        message: `No role of kolla-ansible ${release?.release} looks for an override at "${path}".`,
        help: meant
          ? `Did you mean "${meant}"?`
          : 'Move it to a path that the role of its service looks for.',
        severity: meant && release?.isSaid ? 'error' : 'warning',
      }
    }
  },
}

/** A file that the repository itself speaks of is used by something of its own. */
function isMentioned(deployment: Deployment, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const stem = name.replace(/\.[^.]*$/, '').replace(/\W/g, '_')
  return deployment.namesInUse().has(stem) && stem.length > 12
}

export const misplacedOverride: Rule<Deployment> = {
  id: 'kolla_ansible/misplaced-override',
  severity: 'warning',
  summary: 'an override file stands beside globals.yml and not in config',
  help: 'An override is looked for in the folder config beside globals.yml. The folders right beside it, /etc/kolla/nova for instance, are where kolla-ansible writes the finished files on each host; a file that is put there by hand is never merged, and is overwritten.',
  example: {
    bad: withFiles({ 'etc/kolla/nova/nova-compute.conf': '[DEFAULT]\ncpu_allocation_ratio = 4.0\n' }),
    good: withFiles({ 'etc/kolla/config/nova/nova-compute.conf': '[DEFAULT]\ncpu_allocation_ratio = 4.0\n' }),
  },
  *check(deployment) {
    const { facts, settings, beside } = deployment
    if (!facts || settings.has('node_custom_config')) return
    const paths = OverridePaths.of(facts)
    for (const file of beside.files) {
      const path = file.slice(beside.folder.length)
      if (!path.includes('/') || paths.exactly(path) !== 'merge') continue
      yield {
        file,
        range: FILE_START,
        message: `The override "${path}" stands beside globals.yml, where no role looks for it.`,
        help: `Move it to "config/${path}".`,
      }
    }
  },
}

export const replacingOverride: Rule<Deployment> = {
  id: 'kolla_ansible/replacing-override',
  severity: 'notice',
  summary: "an override takes the place of kolla-ansible's whole file",
  help: "Most overrides are merged, option by option, into what kolla-ansible writes. Some are not: the operator's file is used instead of the role's own template, which from then on may change from release to release without reaching the cloud. Compare such a file with the template at every upgrade.",
  example: {
    bad: withFiles({ 'etc/kolla/config/haproxy/haproxy_main.cfg': '# the whole file\n' }),
    good: withFiles({ 'etc/kolla/config/haproxy/services.d/extra.cfg': '# one more service\n' }),
  },
  *check(deployment): Iterable<Problem> {
    const { facts } = deployment
    if (!facts) return
    const paths = OverridePaths.of(facts)
    for (const { file, path } of overridesOf(deployment)) {
      if (paths.fateOf(path) !== 'replace' && !/-paste\.ini$/.test(path)) continue
      yield {
        file,
        range: FILE_START,
        message: `The file "${path}" is used instead of kolla-ansible's own and not merged into it.`,
        help: "Compare it with the role's template at every upgrade.",
      }
    }
  },
}
