import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ruleSets } from '../../generated/rules.js'
import { listFiles } from '../../src/lint/engine/files/list.js'
import { readDefinition } from '../../src/lint/engine/files/read.js'
import { isDefinitionName } from '../../src/lint/engine/files/recognize.js'
import { exampleFiles } from '../../src/lint/engine/rule.js'
import { validateFolder } from '../../src/lint/engine/validate.js'
import type { InventoryVar } from '../../src/lint/readers/ansible/inventory.js'
import { inventories, type MergedInventory } from '../../src/lint/readers/ansible/merged-inventory.js'
import { parseYaml } from '../../src/yaml/parse.js'
import { toData } from '../../src/yaml/tree.js'
import { BESIDE, INVENTORIES, PLAYBOOKS, YAML_INVENTORIES } from './judge-ansible-cases.js'

const [ansibleRules] = ruleSets.filter(({ kind }) => kind === 'ansible')
if (!ansibleRules) throw new Error('there are no rules of the kind ansible')

const CORPUS = resolve(process.env.CHANGEOVER_CORPUS ?? '../shared/corpus')
const JUDGE = new URL('judge-ansible.py', import.meta.url).pathname
/** Debian's own Python is the one that has Ansible. */
const PYTHON = '/usr/bin/python3'
const present = spawnSync(PYTHON, ['-c', 'import ansible']).status === 0
const suite = present ? describe : describe.skip

/** Where the two do not agree, and why. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'electrocucaracha-multinode/samples/noha/tail.ini':
    'it is appended to another file before it is used, so groups of other inventories count as defined',
  'stackhpc-kayobe-config/etc/kayobe/environments/aufn-ceph/inventory':
    'Kayobe reads it after etc/kayobe/inventory, which defines its groups; Ansible is asked about it alone',
  'stackhpc-kayobe-config/etc/kayobe/environments/ci-multinode/inventory':
    'Kayobe reads it after etc/kayobe/inventory, which defines its groups; Ansible is asked about it alone',
  'stackhpc-kayobe-config/etc/kayobe/inventory':
    'Ansible also reads hosts.example, which is a template for people to copy; the inventory counts as not whole',
}
/** The rules that say that Ansible gives up on an inventory. */
const REFUSALS: ReadonlySet<string> = new Set([
  'ansible/invalid-inventory',
  'ansible/undefined-group',
  'ansible/circular-group',
])

interface Judged {
  refused?: string
  groups?: Record<string, { hosts: string[]; children: string[]; vars: Record<string, unknown> }>
  hosts?: Record<string, Record<string, unknown>>
}

interface Read {
  name: string
  source: string
  inventory: MergedInventory | undefined
  isRefused: boolean
}

/** Read the inventories below a folder, and let the rules look at it. */
async function readAll(root: string): Promise<Read[]> {
  const files = await listFiles(root)
  const read = await Promise.all(
    files.filter(isDefinitionName).map((path) => readDefinition(join(root, path), path)),
  )
  const { findings } = await validateFolder({ root, ignore: [], rules: {} })
  const refused = new Set(findings.filter(({ rule }) => REFUSALS.has(rule)).map(({ file }) => file))
  const definitions = read.filter((definition) => definition !== undefined)
  return [...inventories(definitions, new Set(files))].map((inventory) => ({
    name: inventory.path,
    source: join(root, inventory.path),
    inventory,
    isRefused: inventory.files.some(({ path }) => refused.has(path)),
  }))
}

/** What differs between our reading and Ansible's, in words. */
function differences({ inventory, isRefused }: Read, judged: Judged | undefined): string[] {
  if (!judged) return ['not judged']
  if (judged.refused !== undefined || isRefused) {
    if (judged.refused !== undefined && isRefused) return []
    return [isRefused ? 'refused here, read by Ansible' : `read here, refused by Ansible: ${judged.refused}`]
  }
  const { groups = {}, hosts = {} } = judged
  const found: string[] = []
  const same = (what: string, ours: Iterable<string>, theirs: Iterable<string>) => {
    const [a, b] = [[...new Set(ours)].sort().join(' '), [...new Set(theirs)].sort().join(' ')]
    if (a !== b) found.push(`${what}: ${a} | ${b}`)
  }
  const always = (name: string) => name !== 'all' && name !== 'ungrouped'
  same('groups', [...(inventory?.groups.keys() ?? [])].filter(always), Object.keys(groups).filter(always))
  same('hosts', inventory?.hosts.keys() ?? [], Object.keys(hosts))
  for (const [name, theirs] of Object.entries(groups)) {
    const ours = inventory?.groups.get(name)
    if (always(name)) {
      same(`hosts of ${name}`, ours?.hosts ?? [], theirs.hosts)
      same(`children of ${name}`, ours?.children ?? [], theirs.children)
    }
    found.push(...differentVars(name, ours?.vars ?? new Map(), theirs.vars))
  }
  for (const [name, theirs] of Object.entries(hosts)) {
    found.push(...differentVars(name, inventory?.hosts.get(name)?.vars ?? new Map(), theirs))
  }
  return found
}

function differentVars(
  owner: string,
  ours: ReadonlyMap<string, InventoryVar & { file?: string }>,
  theirs: Record<string, unknown>,
): string[] {
  const found: string[] = []
  for (const name of new Set([...ours.keys(), ...Object.keys(theirs)])) {
    const own = ours.get(name)
    const isSame =
      own && name in theirs && isSameValue(own.value, theirs[name], /\.ya?ml$/.test(own.file ?? ''))
    if (!isSame) found.push(`${name} of ${owner}: ${own?.value} | ${JSON.stringify(theirs[name])}`)
  }
  return found
}

/** Ansible gives values a type: of Python's literals in an INI file, of YAML in the other. */
function isSameValue(ours: string, theirs: unknown, isYaml: boolean): boolean {
  if (ours === theirs) return true
  if (isYaml) {
    const value = toData(parseYaml(ours).documents[0])
    return typeof theirs === 'object' ? theirs === null || ours === '' : value === theirs
  }
  const literal = ours.replace(/\s+#.*$/, '')
  if (typeof theirs === 'string') return literal === `"${theirs}"` || literal === `'${theirs}'`
  if (typeof theirs === 'boolean') return literal === (theirs ? 'True' : 'False')
  if (typeof theirs === 'number') return Number(literal) === theirs
  return JSON.stringify(JSON.parse(literal.replaceAll("'", '"'))) === JSON.stringify(theirs)
}

suite(present ? 'Ansible agrees' : 'Ansible agrees (skipped: ansible-core is not installed)', () => {
  let folder: string
  const rows: { what: string; cases: number; agreed: number }[] = []

  function judge(asked: { inventories: string[]; playbooks: string[] }) {
    const output = execFileSync(PYTHON, [JUDGE], {
      input: JSON.stringify(asked),
      cwd: folder,
      maxBuffer: 2 ** 28,
    })
    return JSON.parse(output.toString('utf8')) as { inventories: Judged[]; playbooks: Judged[] }
  }

  function held(what: string, read: readonly Read[]) {
    const judged = judge({ inventories: read.map(({ source }) => source), playbooks: [] }).inventories
    const different = new Map(
      read
        .map((one, index) => [one.name, differences(one, judged[index])] as const)
        .filter(([, found]) => found.length > 0),
    )
    rows.push({ what, cases: read.length, agreed: read.length - different.size })
    expect([...different].filter(([name]) => !Object.hasOwn(EXPLAINED, name))).toEqual([])
    return different
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'changeover-judge-ansible-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
    const lines = rows.map(
      ({ what, cases, agreed }) => `  ${what.padEnd(40)} ${String(agreed).padStart(4)} of ${cases}`,
    )
    console.log(['Changeover and ansible-core agree on:', ...lines].join('\n'))
  })

  async function put(path: string, text: string): Promise<string> {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
    return join(folder, path)
  }

  test.each([
    ['inventories in INI form', INVENTORIES, 'hosts'],
    ['inventories in YAML form', YAML_INVENTORIES, 'hosts.yml'],
  ])(
    'on %s',
    async (what, cases, file) => {
      const read: Read[] = []
      for (const [index, [name, text]] of Object.entries(cases).entries()) {
        const root = `${file}-${index}`
        const source = await put(`${root}/inventory/${file}`, text)
        const [one] = await readAll(join(folder, root))
        read.push({ inventory: one?.inventory, isRefused: one?.isRefused ?? false, name, source })
      }
      held(what, read)
    },
    60_000,
  )

  test('on playbooks that it refuses, and on some that it takes', async () => {
    for (const [path, text] of Object.entries(BESIDE)) await put(`playbooks/${path}`, text)
    const cases: { rule: string; path: string }[] = []
    for (const [rule, texts] of Object.entries(PLAYBOOKS)) {
      for (const text of texts) {
        const path = `site-${cases.length}.yml`
        await put(`playbooks/${path}`, text)
        cases.push({ rule, path })
      }
    }
    const root = join(folder, 'playbooks')
    const { findings } = await validateFolder({ root, ignore: [], rules: {} })
    const { playbooks } = judge({ inventories: [], playbooks: cases.map(({ path }) => join(root, path)) })
    const wrong = cases.filter(({ rule, path }, index) => {
      const ours = findings.filter(({ file, severity }) => file === path && severity === 'error')
      const isRefused = playbooks[index]?.refused !== undefined
      return isRefused !== (rule !== 'nothing') || isRefused !== ours.some((finding) => finding.rule === rule)
    })
    rows.push({ what: 'playbooks', cases: cases.length, agreed: cases.length - wrong.length })
    expect(wrong).toEqual([])
  }, 60_000)

  test('on the examples of the rules that speak of a refusal', async () => {
    const cases: { id: string; which: 'bad' | 'good'; path: string }[] = []
    for (const { id, example } of ansibleRules.pages.filter((page) => Object.hasOwn(PLAYBOOKS, page.id))) {
      for (const which of ['bad', 'good'] as const) {
        const root = `examples/${id.replace('/', '-')}-${which}`
        for (const [path, text] of Object.entries(exampleFiles(ansibleRules, example, which))) {
          await put(`${root}/${path}`, String(text))
        }
        cases.push({ id, which, path: join(folder, root, 'site.yml') })
      }
    }
    const { playbooks } = judge({ inventories: [], playbooks: cases.map(({ path }) => path) })
    const wrong = cases.filter(
      ({ which }, index) => (which === 'bad') !== (playbooks[index]?.refused !== undefined),
    )
    rows.push({ what: 'examples of rules', cases: cases.length, agreed: cases.length - wrong.length })
    expect(cases.length).toBeGreaterThan(10)
    expect(wrong).toEqual([])
  }, 60_000)

  const withCorpus = existsSync(join(CORPUS, 'heat-verdicts.json')) ? test : test.skip
  withCorpus(
    'on the inventories of the corpus (skipped without CHANGEOVER_CORPUS)',
    async () => {
      const read: Read[] = []
      for (const { name } of (await readdir(CORPUS, { withFileTypes: true })).filter((entry) =>
        entry.isDirectory(),
      )) {
        const own = await readAll(join(CORPUS, name))
        read.push(...own.map((one) => ({ ...one, name: `${name}/${one.name}` })))
      }
      expect(read.length).toBeGreaterThan(10)
      const different = held('inventories of the corpus', read)
      expect(Object.keys(EXPLAINED).filter((name) => !different.has(name))).toEqual([])
    },
    60_000,
  )
})
