import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { OverridePaths } from '../../readers/kolla_ansible/override-paths.js'
import { withFiles } from './shared/example.js'
import { FILE_START, overridesOf } from './shared/override-rules.js'

export default defineRule<Deployment>({
  id: 'kolla_ansible/override-replaces-template',
  severity: 'notice',
  summary: "an override takes the place of kolla-ansible's whole file",
  help: "Most overrides are merged, option by option, into what kolla-ansible writes. Some are not: the operator's file is used instead of the role's own template, which from then on may change from release to release without reaching the cloud. Compare such a file with the template at every upgrade.",
  example: {
    bad: withFiles({ 'etc/kolla/config/haproxy/haproxy_main.cfg': '# the whole file\n' }),
    good: withFiles({ 'etc/kolla/config/haproxy/services.d/extra.cfg': '# one more service\n' }),
  },
  check(deployment, report) {
    const { facts } = deployment
    if (!facts) return
    const paths = OverridePaths.of(facts)
    for (const { file, path } of overridesOf(deployment)) {
      if (paths.fateOf(path) !== 'replace' && !/-paste\.ini$/.test(path)) continue
      report(
        { file, range: FILE_START },
        `The file "${path}" is used instead of kolla-ansible's own and not merged into it.`,
        "Compare it with the role's template at every upgrade.",
      )
    }
  },
})
