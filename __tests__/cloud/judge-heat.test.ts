import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { ruleSets } from '../../generated/rules.js'
import { exampleFiles } from '../../src/lint/engine/rule.js'
import { validateFolder } from '../../src/lint/engine/validate.js'
import { factsOf } from '../../src/lint/facts/facts.js'
import { EXPLAINED } from './judge-heat-explained.js'
import { TEMPLATES } from './judge-heat-templates.js'

const [heatRules] = ruleSets.filter(({ kind }) => kind === 'heat')
if (!heatRules) throw new Error('there are no rules of the kind heat')

/** What the engine of Debian's Heat (Zed) says: nothing when it is content. */
interface Verdict {
  path: string
  /** When the template alone is looked at. */
  loaded: string | null
  /** When a stack would be made of it: values are looked at too. */
  created?: string | null
}

const CORPUS = resolve(process.env.CHANGEOVER_CORPUS ?? '../shared/corpus')
const withCorpus = existsSync(join(CORPUS, 'heat-verdicts.json'))
if (!withCorpus)
  console.log('No corpus, so only our own templates are judged; set CHANGEOVER_CORPUS to its folder.')

const table: Record<string, Record<string, number>> = {}
const folders: string[] = []

afterAll(async () => {
  console.table(table)
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

async function judge(paths: readonly string[]): Promise<Verdict[]> {
  const script = new URL('judge-heat.py', import.meta.url).pathname
  const child = spawn('/usr/bin/python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(`${paths.join('\n')}\n`)
  let output = ''
  for await (const chunk of child.stdout) output += chunk
  return output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Verdict)
}

/** Where our verdict on a template and the engine's differ. */
async function disagreements(
  what: string,
  root: string,
  files: readonly string[],
): Promise<Map<string, string>> {
  const { findings } = await validateFolder({ root, ignore: [], rules: {}, facts: factsOf('zed', false) })
  const ours = new Map<string, string>()
  for (const { file, severity, rule, message } of findings) {
    if (severity === 'error' && !ours.has(file)) ours.set(file, `${rule}: ${message}`)
  }
  const counts = { 'both accept': 0, 'both refuse': 0, 'only we refuse': 0, 'only the engine refuses': 0 }
  table[what] = counts
  const found = new Map<string, string>()
  for (const { path, loaded, created } of await judge(files.map((file) => join(root, file)))) {
    const file = relative(root, path)
    const theirs = loaded ?? created
    const our = ours.get(file)
    if (our && theirs) counts['both refuse']++
    else if (our) counts['only we refuse']++
    else if (theirs) counts['only the engine refuses']++
    else counts['both accept']++
    if (Boolean(our) !== Boolean(theirs)) found.set(file, our ?? `engine: ${theirs}`)
  }
  return found
}

async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'changeover-judge-heat-')))
  folders.push(root)
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
  return root
}

/** Both directions: no difference without an explanation, no explanation without a difference. */
function expectExplained(what: keyof typeof EXPLAINED, found: ReadonlyMap<string, string>): void {
  const explained = EXPLAINED[what]
  expect([...found].filter(([file]) => !Object.hasOwn(explained, file))).toEqual([])
  expect(Object.keys(explained).filter((file) => !found.has(file))).toEqual([])
}

describe('the Heat engine', () => {
  test('agrees on templates of our own', async () => {
    const files = Object.fromEntries(
      Object.entries(TEMPLATES).map(([name, text]) => [`${name.replaceAll(' ', '-')}.yaml`, text]),
    )
    expectExplained('own', await disagreements('own', await folderOf(files), Object.keys(files)))
  }, 60_000)

  test("agrees on the rules' examples", async () => {
    const files: Record<string, string | Uint8Array> = {}
    const judged: string[] = []
    for (const { id, example } of heatRules.pages) {
      for (const which of ['bad', 'good'] as const) {
        const folder = `${id.slice('heat/'.length)}-${which}`
        for (const [path, content] of Object.entries(exampleFiles(heatRules, example, which)))
          files[`${folder}/${path}`] = content
        judged.push(`${folder}/${heatRules.exampleFile}`)
      }
    }
    expectExplained('examples', await disagreements('examples', await folderOf(files), judged))
  }, 60_000)

  const corpusTest = withCorpus ? test : test.skip
  corpusTest(
    'agrees on what operators wrote',
    async () => {
      const verdicts = JSON.parse(await readFile(join(CORPUS, 'heat-verdicts.json'), 'utf8')) as object
      expectExplained('corpus', await disagreements('corpus', CORPUS, Object.keys(verdicts)))
    },
    60_000,
  )
})
