import { declaredRule } from '../../engine/declared.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { SCRIPT_IN_FILE } from './shared/examples.js'

export default declaredRule({
  id: 'heat/missing-file',
  severity: 'error',
  summary: 'a template refers to a file that does not exist',
  help: 'The Heat client sends the files of get_file, and the templates that are resource types, together with the template. When one of them does not exist, the client sends nothing. URLs, and files outside of the checked folder, are not checked.',
  example: {
    bad: { 'template.yaml': SCRIPT_IN_FILE },
    good: { 'template.yaml': SCRIPT_IN_FILE, 'scripts/setup.sh': 'echo ready\n' },
  },
  uses: heatLookups,
  reports: 'missing_file',
  describe: ({ path }) => ({
    message: `The file ${path} does not exist.`,
    help: 'Add the file, or correct the path, which is relative to the folder of this template.',
  }),
})
