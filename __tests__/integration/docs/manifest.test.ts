import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import { shellCommand } from '../../../src/drivers/command.js'
import { parseManifest } from '../../../src/manifest/load.js'

const page = await readFile('docs/manifest.md', 'utf8')
const example = yamlBlocks(page).find((text) => text.includes('\nenvironments:')) ?? ''

/** A part of the schema, as far as the keys of objects go. */
interface SchemaNode {
  $ref?: string
  properties?: Record<string, SchemaNode>
  additionalProperties?: SchemaNode | boolean
  items?: SchemaNode
  oneOf?: SchemaNode[]
}

describe('the example of docs/manifest.md', () => {
  test('is a manifest without a problem', () => {
    expect(Object.keys(parseManifest(Buffer.from(example)).environments ?? {})).toEqual([
      'staging',
      'production',
    ])
  })

  test('has every key of the schema but those of the local router, with the other routers of docs/routers.md', async () => {
    const schema = JSON.parse(await readFile('schemas/manifest.schema.json', 'utf8')) as SchemaNode & {
      $defs: Record<string, SchemaNode>
    }
    const inSchema = new Set<string>()
    const collect = (node: SchemaNode, at: string) => {
      const { $ref, properties = {}, additionalProperties, items, oneOf = [] } = node
      if ($ref) collect(schema.$defs[$ref.replace('#/$defs/', '')] ?? {}, at)
      for (const [key, child] of Object.entries(properties)) {
        inSchema.add(`${at}.${key}`)
        collect(child, `${at}.${key}`)
      }
      if (typeof additionalProperties === 'object') collect(additionalProperties, `${at}.*`)
      if (items) collect(items, `${at}[]`)
      for (const one of oneOf) if (one.$ref) collect(one, at)
    }
    collect(schema, '')
    const routers = yamlBlocks(await readFile('docs/routers.md', 'utf8')).map((text) => load(text))
    const shown = keysOf([load(example), ...routers.map((router) => ({ environments: { one: router } }))], '')
    // the first is for laptops, of url and endpoints only one is allowed, and a step's probes are those of verify
    const other = /\.local|\.monitor\.url$|\.rolling\[\]\.verify\[\]\./
    const missing = [...inSchema].filter((key) => !other.test(key) && !shown.has(`[]${key}`))
    expect(inSchema.size).toBeGreaterThan(60)
    expect(missing).toEqual([])
  })
})

test('README.md and docs/ show manifests that are valid', async () => {
  const manifests = []
  const pages = (await readdir('docs', { recursive: true })).filter((name) => name.endsWith('.md'))
  for (const path of [
    'README.md',
    ...pages.filter((name) => !name.startsWith('rules/')).map((name) => `docs/${name}`),
  ]) {
    manifests.push(...yamlBlocks(await readFile(path, 'utf8')).filter((text) => /^version: 1$/m.test(text)))
  }
  expect(manifests.length).toBeGreaterThanOrEqual(2)
  for (const text of manifests) expect(() => parseManifest(Buffer.from(text))).not.toThrow()
})

test('the rolling steps of Nova are valid, and their scripts are ones that bash reads', () => {
  const steps = yamlBlocks(page).find((text) => text.startsWith('rolling:')) ?? ''
  const indented = steps.replace(/^(?=.)/gm, '    ')
  const head = 'version: 1\nname: region-one\nenvironments:\n  production:\n    strategy: in_place\n'
  const { production } = parseManifest(Buffer.from(head + indented)).environments ?? {}
  expect(production?.rolling?.map(({ name }) => name)).toEqual([
    'nova-conductor',
    'nova-scheduler',
    'nova-compute',
  ])
  const scripts = [...JSON.stringify(production).matchAll(/"run":("(?:[^"\\]|\\.)*")/g)]
  expect(scripts.length).toBeGreaterThan(5)
  for (const [, script = '""'] of scripts) execFileSync('bash', ['-n', '-c', JSON.parse(script) as string])
})

test('docs/manifest.md lists the names that commands get, and no others', () => {
  const { env = {} } = shellCommand(
    { run: 'true', timeoutMs: 1 },
    {
      environment: 'production',
      color: 'blue',
      liveColor: 'green',
      release: { version: '1', digest: 'sha256:0', folder: '/' },
      phase: 'deploy',
      operation: 'id',
      variables: {},
    },
  )
  const listed = [...page.matchAll(/^\| `(CHANGEOVER_[A-Z_]+)`/gm)].map(([, name]) => name)
  expect(listed.sort()).toEqual(Object.keys(env).sort())
})

function yamlBlocks(text: string): string[] {
  return [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, block = '']) => block)
}

/** Paths of all keys, with names that the user chooses as `*`. */
function keysOf(data: unknown, at: string): Set<string> {
  const keys = new Set<string>()
  if (Array.isArray(data)) for (const item of data) for (const key of keysOf(item, `${at}[]`)) keys.add(key)
  else if (typeof data === 'object' && data !== null) {
    for (const [key, value] of Object.entries(data)) {
      for (const path of [`${at}.${key}`, `${at}.*`]) {
        keys.add(path)
        for (const inner of keysOf(value, path)) keys.add(inner)
      }
    }
  }
  return keys
}
