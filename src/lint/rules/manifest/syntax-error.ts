import { declaredRule } from '../../engine/declared.js'
import { manifestProblems } from '../../readers/manifest/subjects.js'

export default declaredRule({
  id: 'manifest/syntax-error',
  severity: 'error',
  summary: 'changeover.yml is not valid YAML, or has a duplicate key',
  help: 'Every command fails if the manifest cannot be read. The finding is at the place where the parser stopped.',
  example: {
    bad: 'version: 1\nname: [region-one\n',
    good: 'version: 1\nname: region-one\n',
  },
  uses: manifestProblems,
  reports: 'syntax',
  describe: (problem) => problem,
})
