/** What one version of the HOT language has. */
export interface LanguageVersion {
  /** The date that a template declares; names of releases are aliases of dates. */
  date: string
  functions: ReadonlySet<string>
  hasConditions: boolean
}

/** The section `conditions`, and the keys `condition` and `external_id` of a resource. */
export const CONDITIONS_SINCE = '2016-10-14'
/** Since this version, an `if` without an `else` is valid. */
export const SHORT_IF_SINCE = '2021-04-16'
/** Since this version, parameters can have the constraint `modulo`. */
export const MODULO_SINCE = '2017-02-24'

const FUNCTIONS_2013 = [
  'get_param',
  'get_resource',
  'get_attr',
  'list_join',
  'str_replace',
  'resource_facade',
  'get_file',
]
const CFN_FUNCTIONS = [
  'Fn::Base64',
  'Fn::GetAZs',
  'Fn::Join',
  'Fn::MemberListToMap',
  'Fn::Replace',
  'Fn::ResourceFacade',
  'Fn::Split',
  'Ref',
]

/** The functions that each version adds and removes, oldest version first. Source: `heat/engine/hot/template.py`. */
const CHANGES: readonly { date: string; adds?: readonly string[]; removes?: readonly string[] }[] = [
  { date: '2013-05-23', adds: [...FUNCTIONS_2013, ...CFN_FUNCTIONS, 'Fn::Select'] },
  { date: '2014-10-16', removes: CFN_FUNCTIONS },
  { date: '2015-04-30', adds: ['repeat', 'digest'] },
  { date: '2015-10-15', adds: ['str_split'], removes: ['Fn::Select'] },
  { date: '2016-04-08', adds: ['map_merge'] },
  { date: '2016-10-14', adds: ['yaql', 'map_replace', 'if'] },
  { date: '2017-02-24', adds: ['filter', 'str_replace_strict'] },
  {
    date: '2017-09-01',
    adds: ['make_url', 'list_concat', 'list_concat_unique', 'str_replace_vstrict', 'contains'],
  },
  { date: '2018-03-02' },
  { date: '2018-08-31' },
  { date: '2021-04-16' },
]

const ALIASES: Readonly<Record<string, string>> = {
  newton: '2016-10-14',
  ocata: '2017-02-24',
  pike: '2017-09-01',
  queens: '2018-03-02',
  rocky: '2018-08-31',
  wallaby: '2021-04-16',
}

const byDate = new Map<string, LanguageVersion>()
const functions = new Set<string>()
for (const { date, adds = [], removes = [] } of CHANGES) {
  for (const name of adds) functions.add(name)
  for (const name of removes) functions.delete(name)
  byDate.set(date, { date, functions: new Set(functions), hasConditions: date >= CONDITIONS_SINCE })
}

/** Every valid `heat_template_version`. */
export const VERSION_NAMES: readonly string[] = [...byDate.keys(), ...Object.keys(ALIASES)]

export function languageVersion(name: string): LanguageVersion | undefined {
  return byDate.get(Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? name) : name)
}

/** The functions of all versions. */
export const ALL_FUNCTIONS: ReadonlySet<string> = new Set(CHANGES.flatMap(({ adds = [] }) => adds))

/** The version that added a function, and the version that removed it. */
export function lifeOf(name: string): { since: string | undefined; until: string | undefined } {
  return {
    since: CHANGES.find(({ adds }) => adds?.includes(name))?.date,
    until: CHANGES.find(({ removes }) => removes?.includes(name))?.date,
  }
}

/** The keys that Heat reads in the parts of a template, in any version. */
const KEYS = {
  template: [
    'heat_template_version',
    'description',
    'parameter_groups',
    'parameters',
    'resources',
    'outputs',
    'conditions',
  ],
  resource: [
    'type',
    'properties',
    'metadata',
    'depends_on',
    'update_policy',
    'deletion_policy',
    'description',
    'external_id',
    'condition',
  ],
  parameter: [
    'type',
    'label',
    'description',
    'default',
    'schema',
    'hidden',
    'constraints',
    'immutable',
    'tags',
  ],
  output: ['value', 'description', 'condition'],
} as const

/** The versions that added keys. */
const KEYS_SINCE: ReadonlyMap<string, string> = new Map([
  ['conditions', CONDITIONS_SINCE],
  ['condition', CONDITIONS_SINCE],
  ['external_id', CONDITIONS_SINCE],
  ['tags', '2018-03-02'],
])

/** The keys that a part of a template can have: in all versions when the template's version is unknown. */
export function keysOf(part: keyof typeof KEYS, language: LanguageVersion | undefined): readonly string[] {
  return KEYS[part].filter((key) => !language || language.date >= (KEYS_SINCE.get(key) ?? ''))
}

/** The version that added a key which the given version does not have yet. */
export function laterVersionWith(part: keyof typeof KEYS, key: string): string | undefined {
  const known: readonly string[] = KEYS[part]
  return known.includes(key) ? KEYS_SINCE.get(key) : undefined
}
