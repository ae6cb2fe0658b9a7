import { distance } from 'fastest-levenshtein'
import { defineRule } from '../../engine/rule.js'
import type { Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from './shared/example.js'

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
  summary: 'a playbook or a workflow names a cloud that is nearly one of clouds.yaml',
  help: 'A cloud that no clouds.yaml defines is not found when the playbook or the workflow runs. A name that is unlike all of the repository may stand in the clouds.yaml of the machine that runs it, and is left alone.',
  example: {
    bad: { 'clouds.yaml': CLOUDS, 'site.yml': PLAYBOOK('prodution') },
    good: { 'clouds.yaml': CLOUDS, 'site.yml': PLAYBOOK('production') },
  },
  check({ uses, namesOfAll }, report) {
    for (const { file, range, name } of uses) {
      if (namesOfAll.has(name)) continue
      const near = [...namesOfAll].find((known) => isSlip(name, known))
      if (near === undefined) continue
      report({ file, range }, `No clouds.yaml defines the cloud "${name}".`, `Did you mean "${near}"?`)
    }
  },
})

/** Names that only differ in their number or their ending are names that people choose. */
function isSlip(name: string, known: string): boolean {
  const [longer, shorter] = name.length > known.length ? [name, known] : [known, name]
  if (shorter.length < 5 || longer.length - shorter.length > 2) return false
  if (longer.startsWith(shorter) || longer.endsWith(shorter)) return false
  if (name.replace(/\D/g, '') !== known.replace(/\D/g, '')) return false
  return distance(name, known) <= (shorter.length < 8 ? 1 : 2)
}
