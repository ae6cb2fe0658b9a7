import { declaredRule } from '../../engine/declared.js'
import { readProblems } from '../../readers/yaml/subjects.js'

export default declaredRule({
  id: 'yaml/binary-content',
  severity: 'error',
  summary: 'a file with the name of a YAML file has binary content',
  help: 'YAML is text and never contains a null byte. The file is damaged, was saved as UTF-16, or is not a YAML file.',
  example: { bad: 'name: region\u0000one\n', good: 'name: region-one\n' },
  uses: readProblems,
  reports: 'binary',
  describe: () => ({
    message: 'The file has binary content: it contains a null byte here.',
    help: 'Save it as UTF-8 text, or use another file extension.',
  }),
})
