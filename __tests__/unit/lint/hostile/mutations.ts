import fc from 'fast-check'

/** Words that mean something to one of the readers, or to JavaScript. */
const WORDS = [
  ...[
    '',
    '~',
    'null',
    '[]',
    '{}',
    '[{}]',
    '{a: b}',
    '- ',
    '- -',
    '? ',
    ': ',
    '# ',
    '---\n',
    '...\n',
    '|\n',
    '>-\n',
  ],
  ...[
    '&a ',
    '*a',
    '&a [*a]',
    '<<: *a\n',
    '!vault |\n',
    '!!str 1',
    '!!binary ""',
    '%YAML 1.1\n',
    '@',
    '`',
    '\\',
  ],
  ...['__proto__: 1\n', 'constructor: 1\n', 'toString: {hasOwnProperty: 1}\n', '__proto__', 'constructor'],
  ...[
    '{{ a }}',
    '{{',
    '{% if a %}\n',
    '{% endif %}\n',
    '{# ',
    '"',
    "'",
    '"{{ a | default(',
    '\t',
    '\r',
    '\r\n',
    '\0',
  ],
  ...[
    '\ufeff',
    '\u2028',
    '\u0085',
    'ü',
    '𝄞',
    '\ud800',
    '0',
    '-1',
    '1e999',
    '.nan',
    '0x',
    '1_000',
    '2024-01-01',
    'yes',
  ],
  ...[
    '[a]\n',
    '[a:children]\n',
    '[a:vars]\n',
    '[:]\n',
    'h[1:9]',
    'h[9:1]',
    'h[a:z:0]',
    'a=b=c\n',
    '= \n',
    'a = %(a)s\n',
  ],
  ...[
    '0.0.0.0/0',
    '10.0.0.1,10.0.0.9',
    '::1',
    '256.1.1.1',
    '10.0.0.0/33',
    'backend b\n',
    '  server s 1:2 check\n',
  ],
  ...['get_param: [a, b]', '{get_attr: [a]}', '{get_resource: []}', '$ANSIBLE_VAULT;1.1;AES256\n'],
]

type Mutation =
  | { do: 'insert'; at: number; word: string }
  | { do: 'cut'; at: number; length: number }
  | { do: 'repeat' | 'remove' | 'indent' | 'empty'; at: number }
  | { do: 'move'; at: number; to: number }

const place = fc.double({ min: 0, max: 1, noNaN: true })
const word = fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 8 }))

/** What may happen to a text: words slip in, pieces and lines get lost, come twice, move, lose their value. */
export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('insert' as const), at: place, word }),
    fc.record({ do: fc.constant('cut' as const), at: place, length: fc.integer({ min: 1, max: 30 }) }),
    fc.record({
      do: fc.constantFrom('repeat' as const, 'remove' as const, 'indent' as const, 'empty' as const),
      at: place,
    }),
    fc.record({ do: fc.constant('move' as const), at: place, to: place }),
  ),
  { minLength: 1, maxLength: 4 },
)

export function mutated(text: string, changes: readonly Mutation[]): string {
  return changes.reduce(apply, text)
}

function apply(text: string, change: Mutation): string {
  if (change.do === 'insert' || change.do === 'cut') {
    const at = Math.floor(change.at * text.length)
    return change.do === 'insert'
      ? text.slice(0, at) + change.word + text.slice(at)
      : text.slice(0, at) + text.slice(at + change.length)
  }
  const lines = text.split('\n')
  const at = Math.min(lines.length - 1, Math.floor(change.at * lines.length))
  const line = lines[at] ?? ''
  switch (change.do) {
    case 'repeat':
      lines.splice(at, 0, line)
      break
    case 'remove':
      lines.splice(at, 1)
      break
    case 'indent':
      lines[at] = line.startsWith('  ') ? line.slice(2) : `  ${line}`
      break
    case 'empty':
      lines[at] = line.replace(/([:=])[^:=]*$/, '$1')
      break
    case 'move':
      lines.splice(at, 1)
      lines.splice(Math.floor(change.to * lines.length), 0, line)
  }
  return lines.join('\n')
}
