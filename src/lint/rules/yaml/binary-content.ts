import type { Definition } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import { unreadable } from './shared/index.js'

export default defineRule<Definition>({
  id: 'yaml/binary-content',
  severity: 'error',
  summary: 'a file with a YAML name holds binary data',
  help: 'YAML is text and never holds a zero byte. The file was damaged, saved as UTF-16, or is not YAML at all.',
  example: { bad: 'name: region\u0000one\n', good: 'name: region-one\n' },
  check: (file) =>
    unreadable(
      file,
      'binary',
      'The file holds binary data: here is a zero byte.',
      'Save it as UTF-8 text, or give it another extension.',
    ),
})
