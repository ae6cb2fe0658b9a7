import { defineRule } from '../../engine/rule.js'
import { typoOf } from '../../engine/speller.js'
import type { Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from '../../readers/clouds/subjects.js'

const PLAYBOOK = (cloud: string) => `- name: Ask for servers
  hosts: localhost
  tasks:
    - name: List them
      openstack.cloud.server_info:
        cloud: ${cloud}
`

export default defineRule<Clouds>({
  id: 'clouds/misspelled-cloud',
  severity: 'warning',
  summary: 'a playbook or a workflow misspells the name of a cloud',
  help: 'The playbook or the workflow fails if no clouds.yaml defines the cloud. The rule reports names that are nearly the name of a cloud in the repository. It ignores other names, which the clouds.yaml of the machine that runs it may define.',
  example: {
    bad: { 'clouds.yaml': CLOUDS, 'site.yml': PLAYBOOK('prodution') },
    good: { 'clouds.yaml': CLOUDS, 'site.yml': PLAYBOOK('production') },
  },
  check({ uses, namesOfAll }, report) {
    for (const { file, range, name } of uses) {
      const meant = typoOf(
        name,
        [...namesOfAll].filter((known) => known === name || !isExtended(name, known)),
      )
      if (meant === undefined) continue
      report({ file, range }, `No clouds.yaml defines the cloud "${name}".`, `Did you mean "${meant}"?`)
    }
  },
})

/** Names that differ only in their beginning or ending are chosen on purpose: `prod` and `prod2`. */
function isExtended(name: string, known: string): boolean {
  const [longer, shorter] = name.length > known.length ? [name, known] : [known, name]
  return longer.startsWith(shorter) || longer.endsWith(shorter)
}
