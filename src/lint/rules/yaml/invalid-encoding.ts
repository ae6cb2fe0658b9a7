import type { Definition } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import { unreadable } from './shared/index.js'

export default defineRule<Definition>({
  id: 'yaml/invalid-encoding',
  severity: 'error',
  summary: 'a definition is not UTF-8',
  help: 'Ansible and Heat read UTF-8. A file in another encoding fails there, or arrives with other letters. Save it as UTF-8; a byte order mark is accepted.',
  example: {
    bad: 'description: Zürich\n',
    good: 'description: Zürich\n',
    encode: (bad) => Buffer.from(bad, 'latin1'),
  },
  check: (file) =>
    unreadable(
      file,
      'encoding',
      'The file is not UTF-8: this byte is no character.',
      'Save the file as UTF-8.',
    ),
})
