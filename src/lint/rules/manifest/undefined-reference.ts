import { declaredRule } from '../../engine/declared.js'
import { manifestProblems } from '../../readers/manifest/subjects.js'

export default declaredRule({
  id: 'manifest/undefined-reference',
  severity: 'error',
  summary: 'changeover.yml refers to a name that it does not define',
  help: 'A reference to an undefined name would fail in the middle of a run, for example a need for a service that is neither built in nor declared.',
  example: {
    bad: 'version: 1\nname: region-one\nservices:\n  glance: { needs: [keyston] }\n',
    good: 'version: 1\nname: region-one\nservices:\n  glance: { needs: [keystone] }\n',
  },
  uses: manifestProblems,
  reports: 'reference',
  describe: (problem) => problem,
})
