import { declaredRule } from '../../engine/declared.js'
import { manifestProblems } from '../../readers/manifest/subjects.js'

export default declaredRule({
  id: 'manifest/unknown-key',
  severity: 'error',
  summary: 'changeover.yml has an unknown key',
  help: 'Unknown keys are refused, since a misspelled key would be ignored silently.',
  example: {
    bad: 'version: 1\nname: region-one\nvalidate: { ignored: ["docs/**"] }\n',
    good: 'version: 1\nname: region-one\nvalidate: { ignore: ["docs/**"] }\n',
  },
  uses: manifestProblems,
  reports: 'unknown-key',
  describe: (problem) => problem,
})
