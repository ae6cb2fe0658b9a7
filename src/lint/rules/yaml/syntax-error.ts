import type { Definition } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import { readProblems } from '../../readers/yaml/subjects.js'
import { explained } from './shared/syntax-explanations.js'

export default defineRule<Definition>({
  id: 'yaml/syntax-error',
  severity: 'error',
  summary: 'a file is not valid YAML',
  help: 'A file that cannot be parsed has no effect, and a run that needs it stops. The finding is where the parser stopped, unless the cause is known. The cause is there or shortly before.',
  example: { bad: 'servers:\n\t- web\n', good: 'servers:\n  - web\n' },
  check(file, report) {
    for (const problem of readProblems(file)) {
      if (problem.verdict !== 'syntax' || !file.yaml) continue
      const { range, message, help } = explained(problem, file.yaml.source)
      report({ range }, message, help)
    }
  },
})
