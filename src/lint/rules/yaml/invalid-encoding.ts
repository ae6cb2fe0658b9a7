import { declaredRule } from '../../engine/declared.js'
import { readProblems } from '../../readers/yaml/subjects.js'

export default declaredRule({
  id: 'yaml/invalid-encoding',
  severity: 'error',
  summary: 'a definition is not encoded in UTF-8',
  help: 'Ansible and Heat read UTF-8. A file in another encoding fails there, or its text changes. Save it as UTF-8, with or without a byte order mark.',
  example: {
    bad: 'description: Zürich\n',
    good: 'description: Zürich\n',
    encode: (bad) => Buffer.from(bad, 'latin1'),
  },
  uses: readProblems,
  reports: 'encoding',
  describe: () => ({
    message: 'The file is not valid UTF-8: this byte is not part of a character.',
    help: 'Save the file as UTF-8.',
  }),
})
