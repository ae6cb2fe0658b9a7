import type { Definition } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import { unreadable } from './shared/index.js'

export default defineRule<Definition>({
  id: 'yaml/too-large',
  severity: 'error',
  summary: 'a definition is larger than 10 MiB',
  help: 'No tool reads a definition of that size with pleasure; it is usually data that got a YAML name. Move it out of the repository, or ignore it under validate.ignore.',
  example: {
    bad: 'hosts: []\n# followed by more than 10 MiB\n',
    good: 'hosts: []\n',
    encode: (bad) => Buffer.alloc(10 * 1024 * 1024 + 1, bad),
  },
  check: (file) =>
    unreadable(
      file,
      'too-large',
      'The file is larger than 10 MiB.',
      'Split it, or ignore it under validate.ignore.',
    ),
})
