import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ruleSets } from '../../../../generated/rules.js'
import { definitionOf } from '../../../../src/lint/engine/files/read.js'
import { expectSound, RANDOM, SEEDS } from './checked.js'
import { mutated, mutations } from './mutations.js'

const SLOW = 120_000

test('the mutated definitions cover every kind with rules', () => {
  const kinds = new Set<string | undefined>(
    SEEDS.flatMap((files) =>
      Object.entries(files).map(([path, content]) => definitionOf(Buffer.from(content), path)?.kind),
    ),
  )
  const expected = ruleSets.filter(({ kind, pages }) => pages.length > 0 && kind !== 'repository')
  expect(expected.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([])
})

test(
  'definitions of every kind, with one thing or another broken',
  () => {
    const cases = fc.record({ seed: fc.constantFrom(...SEEDS), which: fc.nat(), changes: mutations })
    fc.assert(
      fc.property(cases, ({ seed, which, changes }) => {
        const paths = Object.keys(seed)
        const path = paths[which % paths.length] ?? ''
        const text = Buffer.from(seed[path] ?? '').toString('utf8')
        expectSound({ ...seed, [path]: mutated(text, changes) })
      }),
      RANDOM,
    )
  },
  SLOW,
)

/** Names that make a reader take the text for its own. */
const NAMES = [
  ...[
    'vars.yml',
    'group_vars/all.yml',
    'openstack_user_config.yml',
    'conf.d/a.yml',
    'env.d/a.yml',
    'globals.yml',
  ],
  ...[
    'passwords.yml',
    'clouds.yaml',
    'changeover.yml',
    'site.yml',
    'inventory.yml',
    'requirements.yml',
    'heat/a.yaml',
  ],
  ...[
    'roles/a/tasks/main.yml',
    'roles/a/meta/main.yml',
    'inventory/hosts',
    'multinode',
    'nova.conf',
    'haproxy.cfg',
  ],
  ...[
    'config/nova.conf',
    'etc/kayobe/nova.yml',
    'a.template',
    'a.hot',
    'a.env',
    'host_vars/a',
    'a.ini',
    'policy.yaml',
  ],
]

describe('random text under every name', () => {
  const lines = (...parts: fc.Arbitrary<string>[]) =>
    fc.array(fc.oneof(...parts), { maxLength: 12 }).map((all) => all.join('\n'))
  const name = fc.constantFrom(
    'a',
    'b-1',
    'c.d',
    '__proto__',
    'constructor',
    'nova',
    'all',
    'h[1:3]',
    '{{ x }}',
    'DEFAULT',
  )
  const value = fc.oneof(
    name,
    fc.string({ maxLength: 12 }),
    fc.constantFrom('1', 'true', '10.0.0.1', '"', '', '%(a)s'),
  )

  const texts: [string, fc.Arbitrary<string>][] = [
    ['any characters', fc.string({ unit: 'binary', maxLength: 200 })],
    ['any bytes', fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1'))],
    [
      'INI and inventories',
      lines(
        name.map((it) => `[${it}]`),
        fc.tuple(name, fc.constantFrom('children', 'vars', 'x', '')).map(([it, of]) => `[${it}:${of}]`),
        fc.tuple(name, fc.constantFrom('=', ' = ', ':', ' '), value).map((it) => it.join('')),
        fc.tuple(name, name, value).map(([host, key, it]) => `${host} ${key}=${it}`),
        fc.constantFrom('', '# c', '; c', ' continued', '[', ']', '{% if a %}', '{% endif %}'),
      ),
    ],
    [
      'HAProxy',
      lines(
        fc
          .tuple(
            fc.constantFrom('global', 'defaults', 'frontend', 'backend', 'listen', 'peers', 'userlist'),
            value,
          )
          .map((it) => it.join(' ')),
        fc
          .tuple(
            fc.constantFrom(
              '  server',
              '  bind',
              '  acl',
              '  use_backend',
              '  timeout',
              '  mode',
              '  option',
              '  default_backend',
              '  stats',
            ),
            value,
            value,
            value,
          )
          .map((it) => it.join(' ')),
        fc.constantFrom('', '# c', '  "', "  'a", '  a\\', '{% for a in b %}', '{% endfor %}'),
      ),
    ],
  ]

  test.each(texts)(
    '%s',
    (_what, text) => {
      fc.assert(
        fc.property(fc.constantFrom(...NAMES), text, (path, content) => expectSound({ [path]: content })),
        RANDOM,
      )
    },
    SLOW,
  )
})

describe('random YAML', () => {
  const key = fc.oneof(
    fc.constantFrom(
      'hosts',
      'tasks',
      'vars',
      'all',
      'children',
      'resources',
      'type',
      'properties',
      'parameters',
      'default',
    ),
    fc.constantFrom(
      'heat_template_version',
      'cidr_networks',
      'used_ips',
      'global_overrides',
      'provider_networks',
      'network',
    ),
    fc.constantFrom(
      'compute_hosts',
      'ip',
      'clouds',
      'auth',
      'region_name',
      'kolla_base_distro',
      'enable_nova',
      'version',
      'name',
    ),
    fc.constantFrom(
      'validate',
      'checks',
      'environments',
      'collections',
      'roles',
      'get_param',
      'get_attr',
      'constraints',
      'outputs',
    ),
    fc.constantFrom(
      'when',
      'loop',
      'block',
      'rescue',
      'notify',
      'handlers',
      'serial',
      'import_playbook',
      'openstack_release',
    ),
    fc.constantFrom('__proto__', 'constructor', 'toString', '<<', 'null', '~', '1', 'true', '1.5'),
  )
  const document = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6, depthSize: 'medium' },
      fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.double(), fc.string({ maxLength: 10 }), key),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((entries) => ({ entries })),
    ),
  })).value

  /** As flow YAML, which is nearly JSON, but with keys that may come twice. */
  const written = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`
    if (typeof value === 'object' && value !== null && 'entries' in value && Array.isArray(value.entries)) {
      return `{${value.entries.map(([name, inner]: [string, unknown]) => `${name}: ${written(inner)}`).join(', ')}}`
    }
    return JSON.stringify(value) ?? '~'
  }

  test(
    'under every name',
    () => {
      const first = fc.constantFrom(
        '',
        'heat_template_version: 2018-08-31\n',
        'kolla_base_distro: a\nkolla_install_type: b\n',
        'global_overrides: {}\n',
      )
      const entries = fc.array(fc.tuple(key, document), { maxLength: 6 })
      fc.assert(
        fc.property(fc.constantFrom(...NAMES), first, entries, fc.boolean(), (path, head, rest, list) => {
          const text = rest.map(([name, value]) => `${name}: ${written(value)}\n`)
          expectSound({ [path]: list ? text.map((line) => `- ${line}`).join('') : head + text.join('') })
        }),
        RANDOM,
      )
    },
    SLOW,
  )
})
