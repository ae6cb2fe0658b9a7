import type { Definition, Unreadable } from '../../../engine/definition.js'
import { type Problem, type Rule, ruleSet } from '../../../engine/rule.js'
import { clearWords } from '../../../readers/yaml/syntax-words.js'

const tooLarge: Rule<Definition> = {
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
}

const binary: Rule<Definition> = {
  id: 'yaml/binary',
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
}

const encoding: Rule<Definition> = {
  id: 'yaml/encoding',
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
}

const syntax: Rule<Definition> = {
  id: 'yaml/syntax',
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
}

const duplicateKey: Rule<Definition> = {
  id: 'yaml/duplicate-key',
  severity: 'error',
  summary: 'a mapping has the same key twice',
  help: 'The loaders of Ansible and Heat keep the last of two equal keys and say nothing (Ansible warns at most), so the first value is silently lost, with everything below it. Merge the two, or remove one.',
  example: {
    bad: 'internal_vip: 172.29.236.9\nexternal_vip: 203.0.113.9\ninternal_vip: 172.29.236.10\n',
    good: 'internal_vip: 172.29.236.10\nexternal_vip: 203.0.113.9\n',
  },
  *check(file) {
    if (!hasOwnPage(file)) return
    for (const { kind, range, message } of file.yaml?.problems ?? []) {
      if (kind !== 'duplicate_key') continue
      yield {
        file: file.path,
        range,
        message: sentence(message),
        help: 'Keep one of the two, or merge them.',
      }
    }
  },
}

/**
 * The manifest's own rules report what is wrong with its YAML. In a Jinja template a key may stand twice, once in
 * each arm of a condition.
 */
function hasOwnPage({ kind, templated }: Definition): boolean {
  return kind !== 'manifest' && !templated
}

function* unreadable(
  file: Definition,
  reason: Unreadable['reason'],
  message: string,
  help: string,
): Iterable<Problem> {
  if (typeof file.unread !== 'object' || file.unread.reason !== reason) return
  yield { file: file.path, range: file.unread.range, message, help }
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`
}

/** What holds for every file, whatever it defines. */
export const yamlRules = ruleSet<Definition>({
  kind: 'yaml',
  exampleFile: 'vars.yml',
  rules: [tooLarge, binary, encoding, syntax, duplicateKey],
  subjects: (definitions) => definitions,
})
