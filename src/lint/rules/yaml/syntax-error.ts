import type { Definition } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import { clearWords } from '../../readers/yaml/syntax-words.js'
import { hasOwnPage } from './shared/index.js'

export default defineRule<Definition>({
  id: 'yaml/syntax-error',
  severity: 'error',
  summary: 'a file is not YAML',
  help: 'Nothing in a file that cannot be parsed takes effect, and the run that needs it stops. The finding stands where the parser gave up; the cause is there or shortly before.',
  example: { bad: 'servers:\n\t- web\n', good: 'servers:\n  - web\n' },
  *check(file) {
    if (!hasOwnPage(file)) return
    const { problems = [], source } = file.yaml ?? {}
    for (const problem of problems) {
      if (problem.kind === 'syntax' && source) yield { file: file.path, ...clearWords(problem, source) }
    }
  },
})
