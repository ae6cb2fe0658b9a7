import { declaredRule } from '../../engine/declared.js'
import { manifestProblems } from '../../readers/manifest/subjects.js'

export default declaredRule({
  id: 'manifest/invalid-value',
  severity: 'error',
  summary: 'a value in changeover.yml is invalid',
  help: 'Changeover validates the manifest against its JSON Schema, schemas/manifest.schema.json. Editors can use the same schema.',
  example: {
    bad: 'version: 2\nname: region-one\n',
    good: 'version: 1\nname: region-one\n',
  },
  uses: manifestProblems,
  reports: 'schema',
  describe: (problem) => problem,
})
