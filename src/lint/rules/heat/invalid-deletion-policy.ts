import { declaredRule } from '../../engine/declared.js'
import { nearest } from '../../engine/speller.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { VERSION } from './shared/examples.js'

const volume = (policy: string) => `${VERSION}resources:
  data:
    type: OS::Cinder::Volume
    properties: { size: 1 }
    deletion_policy: ${policy}
`

export default declaredRule({
  id: 'heat/invalid-deletion-policy',
  severity: 'error',
  summary: 'a deletion_policy is not valid for the resource',
  help: 'The values of deletion_policy are Delete, Retain and Snapshot, since version 2016-10-14 also in lower case. Only volumes and servers support Snapshot. Heat rejects a template with any other value.',
  example: { bad: volume('Keep'), good: volume('Retain') },
  uses: heatLookups,
  reports: ['unknown_deletion_policy', 'unsupported_snapshot'],
  describe: (lookup) =>
    lookup.verdict === 'unsupported_snapshot'
      ? { message: `${lookup.owner} does not support snapshots.`, help: 'Use Retain or Delete.' }
      : {
          message: `"${lookup.name}" is not a valid deletion_policy.`,
          help: `Use \`deletion_policy: ${nearest(lookup.name, lookup.known) ?? 'Retain'}\`.`,
        },
})
