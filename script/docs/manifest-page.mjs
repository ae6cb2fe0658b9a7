// Generates the keys of changeover.yml in docs/manifest.md, from schemas/manifest.schema.json.
import { readFile } from 'node:fs/promises'
import { cell, table, withPart } from './markdown.mjs'

const SOURCE = 'schemas/manifest.schema.json'
const PAGE = 'docs/manifest.md'

/** The objects of the manifest in reading order: the place in the schema, and the title on the page. */
const SECTIONS = [
  { at: '', title: 'changeover.yml' },
  { at: '/$defs/validate', title: 'validate' },
  {
    at: '/$defs/linter',
    title: 'A linter',
    intro:
      'Under `validate.linters`. It runs the code of the repository that is checked, so give it no secrets: see [your own linters](linters.md).',
  },
  { at: '/$defs/release', title: 'release' },
  { at: '/$defs/service', title: 'A service', intro: 'Under `services`, by name.' },
  {
    at: '/$defs/in_place',
    title: 'An environment that is changed in place',
    intro: 'Under `environments`, by name.',
  },
  {
    at: '/$defs/blue_green',
    title: 'A blue-green environment',
    intro: 'Under `environments`, by name.',
  },
  {
    at: '/$defs/attestation',
    title: 'require_attestation',
    intro: 'What is verified, and when, is on [the page about provenance](provenance.md).',
  },
  { at: '/$defs/blue_green/properties/colors', title: 'colors' },
  { at: '/$defs/color', title: 'A color' },
  { at: '/$defs/command', title: 'A command' },
  {
    at: '/$defs/gate',
    title: 'A gate',
    intro:
      'Under `gates`. One after another, in the unpacked release; the first that does not let pass ends it.',
  },
  {
    at: '/$defs/rolling_step',
    title: 'A rolling step',
    intro: 'Under `rolling`. What it does, and when it stops, is told [above](#what-cannot-be-blue-green).',
  },
  { at: '/$defs/rolling_step/properties/hosts', title: 'hosts' },
  { at: '/$defs/test', title: 'A test' },
  {
    at: '/$defs/probe',
    title: 'A probe',
    intro: 'Under `verify`. What each kind is good for is on [a page of its own](probes.md).',
  },
  { at: '/$defs/http_probe', title: 'http', intro: 'Of a probe.' },
  { at: '/$defs/tcp_probe', title: 'tcp', intro: 'Of a probe.' },
  { at: '/$defs/openstack_probe', title: 'openstack', intro: 'Of a probe.' },
  { at: '/$defs/prometheus_probe', title: 'prometheus', intro: 'Of a probe.' },
  { at: '/$defs/tls', title: 'tls', intro: 'Of a probe of the kinds http, openstack and prometheus.' },
  { at: '/$defs/router', title: 'router' },
  {
    at: '/$defs/haproxy',
    title: 'haproxy',
    intro: 'How to prepare HAProxy is on [a page of its own](haproxy.md).',
  },
  { at: '/$defs/haproxy/properties/nodes/items', title: 'A node' },
  {
    at: '/$defs/command_router',
    title: 'command',
    intro: 'What the commands may rely on is on [the page of the routers](routers.md#commands-of-your-own).',
  },
  { at: '/$defs/router_command', title: 'A router command' },
  { at: '/$defs/local', title: 'local' },
  { at: '/$defs/local/properties/services/additionalProperties', title: 'A forwarded service' },
  { at: '/$defs/monitor', title: 'monitor', intro: 'One of `url` and `endpoints` is required.' },
  { at: '/$defs/monitor_endpoint', title: 'An endpoint of the monitor' },
  { at: '/$defs/monitor/properties/error_budget', title: 'budget' },
  { at: '/$defs/bake', title: 'bake' },
]

/** The new page. Throws when the schema has an object that is not on the page. */
export async function manifestPage(root) {
  const schema = JSON.parse(await readFile(new URL(SOURCE, root), 'utf8'))
  const before = await readFile(new URL(PAGE, root), 'utf8')
  return { path: PAGE, text: withPart(before, 'keys', keys(schema)), source: SOURCE }
}

export function keys(schema) {
  const reader = new Reader(schema)
  const left = reader.left()
  if (left.length > 0) throw new Error(`${SOURCE} has objects that are not on the page: ${left.join(', ')}`)
  return `\n${SECTIONS.map(({ at, title, intro }) => reader.section(at, title, intro)).join('\n\n')}\n`
}

class Reader {
  constructor(schema) {
    this.schema = schema
    this.objects = new Map(SECTIONS.map(({ at, title }) => [this.resolve(at), title]))
  }

  section(at, title, intro) {
    const object = this.resolve(at)
    const required = new Set(object.required)
    const rows = Object.entries(object.properties).map(([key, node]) => {
      const { text, standard } = this.meaning(node)
      return [
        `\`${key}\``,
        cell(text),
        cell(this.type(node)),
        required.has(key) ? '**required**' : cell(standard),
      ]
    })
    const lines = [`### ${title}`, intro, table(['Key', 'Meaning', 'Value', 'Default'], rows)]
    return lines.filter((line) => line !== undefined).join('\n\n')
  }

  /** The description, and separately the sentence about the default. */
  meaning(node) {
    const description = node.description ?? this.follow(node).description
    if (!description) throw new Error(`${SOURCE} does not describe ${JSON.stringify(node).slice(0, 80)}`)
    const [, text, standard = ''] = /^(.*?)(?: Default: (.+)\.)?$/s.exec(description)
    return { text: escaped(text), standard: /^[0-9.]+[a-z]*$/.test(standard) ? `\`${standard}\`` : standard }
  }

  /** The type of a value, in words, with a link if an object has its own section. */
  type(node) {
    const target = this.follow(node)
    if (Array.isArray(target.type) && target.items) return this.either(target)
    const section = this.objects.get(target)
    if (section) return link(section)
    if (target === this.schema.$defs.duration) return 'duration'
    if (target === this.schema.$defs.name) return 'name'
    if (target === this.schema.$defs.env) return 'variables by name'
    if (target.oneOf && !target.oneOf[0].required)
      return target.oneOf.map((one) => this.type(one)).join(' or ')
    if (target.const !== undefined) return `\`${target.const}\``
    if (target.enum)
      return target.enum
        .filter((value) => value !== false)
        .map((value) => `\`${value}\``)
        .join(', ')
    if (target.type === 'array') return `list: ${this.type(target.items)}`
    if (target.type === 'object' && target.additionalProperties)
      return `by name: ${this.type(target.additionalProperties)}`
    if (target.type === 'integer' || target.type === 'number') return range(target)
    if (target.type === 'boolean') return '`true`, `false`'
    return 'text'
  }

  /** A value that can be a list or something else. */
  either(target) {
    const words = {
      integer: 'whole number',
      array: Array.isArray(target.items.type) ? 'list of these' : `list: ${this.type(target.items)}`,
      object: this.objects.has(target) ? link(this.objects.get(target)) : 'mapping',
    }
    return target.type.map((type) => words[type] ?? 'text').join(' or ')
  }

  follow(node) {
    return node.$ref ? this.resolve(node.$ref.replace(/^#/, '')) : node
  }

  resolve(pointer) {
    return pointer
      .split('/')
      .slice(1)
      .reduce((node, key) => node[key], this.schema)
  }

  /** Pointers of objects with keys that have no section. */
  left(node = this.schema, at = '') {
    if (typeof node !== 'object' || node === null) return []
    const own = node.properties && node.additionalProperties === false && !this.objects.has(node) ? [at] : []
    return [...own, ...Object.entries(node).flatMap(([key, child]) => this.left(child, `${at}/${key}`))]
  }
}

function link(title) {
  return `[${title.replace(/^An? /, '')}](#${anchor(title)})`
}

function range({ type, minimum, exclusiveMinimum, maximum }) {
  const kind = type === 'integer' ? 'whole number' : 'number'
  const from = exclusiveMinimum === undefined ? minimum : `above ${exclusiveMinimum}`
  if (from !== undefined && maximum !== undefined)
    return `${kind}, ${from}${exclusiveMinimum === undefined ? '' : ', up'} to ${maximum}`
  return from === undefined ? kind : `${kind}, ${from} or more`
}

/** The anchor that GitHub gives to a heading. */
function anchor(title) {
  return title
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')
}

/** Escape stars and angle brackets in prose. In code, between backticks, they have no meaning. */
function escaped(text) {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[*<>]/g, '\\$&')))
    .join('')
}
