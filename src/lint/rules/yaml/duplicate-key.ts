import { declaredRule } from '../../engine/declared.js'
import { readProblems } from '../../readers/yaml/subjects.js'

export default declaredRule({
  id: 'yaml/duplicate-key',
  severity: 'error',
  summary: 'a mapping has the same key twice',
  help: 'Of two equal keys, Ansible and Heat use the last one. The first value is lost, with everything below it, and Ansible prints a warning at most. Merge the two, or remove one.',
  example: {
    bad: 'internal_vip: 172.29.236.9\nexternal_vip: 203.0.113.9\ninternal_vip: 172.29.236.10\n',
    good: 'internal_vip: 172.29.236.10\nexternal_vip: 203.0.113.9\n',
  },
  uses: readProblems,
  reports: 'duplicate_key',
  describe: ({ message }) => ({
    message: `${message.charAt(0).toUpperCase()}${message.slice(1)}.`,
    help: 'Merge the two values, or remove one.',
  }),
})
