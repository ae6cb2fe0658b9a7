import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { OverridePaths } from '../../readers/kolla_ansible/override-paths.js'
import { withFiles } from './shared/example.js'
import { FILE_START, overridesOf } from './shared/override-rules.js'

/** What roles read by a name of their own; certificates, keyrings and images are named by operators. */
const CONFIGURATION = /\.(?:conf|ini|cfg|ya?ml|json)$/

export default defineRule<Deployment>({
  id: 'kolla_ansible/unknown-override',
  severity: 'error',
  summary: 'no role looks for an override file at this path',
  help: "kolla-ansible merges an operator's files into those of its services when they stand at exactly the paths that its roles look for, and passes every other file by without a word: the setting in it never reaches the service. Look up the path in the service's role; most are config/<service>.conf, config/<service>/<container>.conf and config/<service>/<host>/<file>.",
  example: {
    bad: withFiles({ 'etc/kolla/config/nova/nova_compute.conf': '[DEFAULT]\ncpu_allocation_ratio = 4.0\n' }),
    good: withFiles({ 'etc/kolla/config/nova/nova-compute.conf': '[DEFAULT]\ncpu_allocation_ratio = 4.0\n' }),
  },
  check(deployment, report) {
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
      report(
        { file, range: FILE_START },
        `No role of kolla-ansible ${release?.release} looks for an override at "${path}".`,
        meant ? `Did you mean "${meant}"?` : 'Move it to a path that the role of its service looks for.',
        meant && release?.isSaid ? 'error' : 'warning',
      )
    }
  },
})

/** A file that the repository itself speaks of is used by something of its own. */
function isMentioned(deployment: Deployment, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const stem = name.replace(/\.[^.]*$/, '').replace(/\W/g, '_')
  return deployment.namesInUse().has(stem) && stem.length > 12
}
