import { declaredRule } from '../../engine/declared.js'
import { readProblems } from '../../readers/yaml/subjects.js'

export default declaredRule({
  id: 'yaml/too-large',
  severity: 'error',
  summary: 'a definition is larger than 10 MiB',
  help: 'Definitions of this size are not checked: they are usually data in a file with the name of a YAML file. Move the data out of the repository, or list the file under `validate.ignore`.',
  example: {
    bad: 'hosts: []\n# followed by more than 10 MiB\n',
    good: 'hosts: []\n',
    encode: (bad) => Buffer.alloc(10 * 1024 * 1024 + 1, bad),
  },
  uses: readProblems,
  reports: 'too-large',
  describe: () => ({
    message: 'The file is larger than 10 MiB.',
    help: 'Split it, or list it under `validate.ignore`.',
  }),
})
