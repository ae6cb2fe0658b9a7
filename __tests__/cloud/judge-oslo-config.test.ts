import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Finding } from '../../src/lint/engine/finding.js'
import { validateFolder } from '../../src/lint/engine/validate.js'
import { readIni } from '../../src/lint/readers/oslo_config/ini.js'
import { serviceOfFile } from '../../src/lint/readers/oslo_config/services.js'
import { CASES } from './judge-oslo-config-cases.js'
import { EXPLAINED } from './judge-oslo-config-explained.js'

const CORPUS = resolve(process.env.CHANGEOVER_CORPUS ?? '../shared/corpus')
const JUDGE = new URL('judge-oslo-config.py', import.meta.url).pathname
/** Debian's own Python is the one that has the services. */
const PYTHON = '/usr/bin/python3'
const SERVICES = Object.keys(CASES)
const isThere = spawnSync(PYTHON, ['-c', `import oslo_config, ${SERVICES.join(', ')}`]).status === 0
const suite = isThere ? describe : describe.skip
const withCorpus = existsSync(join(CORPUS, 'heat-verdicts.json')) ? test : test.skip

/** What is said of the options of one file: `group/name`. */
interface Verdict {
  refused: boolean
  unknown: string[]
  deprecated: string[]
  invalid: string[]
}

interface Judged {
  refused?: string
  unknown?: string[]
  deprecated?: string[]
  invalid?: Record<string, string>
}

const REFUSALS = new Set(['oslo_config/syntax', 'oslo_config/option-before-section'])
const UNKNOWN = new Set([
  'oslo_config/unknown-option',
  'oslo_config/unknown-section',
  'oslo_config/removed-option',
  'oslo_config/option-of-later-release',
])
const INVALID = new Set([
  'oslo_config/invalid-value',
  'oslo_config/inline-comment',
  'oslo_config/unescaped-dollar',
  'oslo_config/accidental-continuation',
])

function judge(service: string, files: readonly string[]): Verdict[] {
  const output = execFileSync(PYTHON, [JUDGE], {
    input: JSON.stringify({ service, files }),
    maxBuffer: 2 ** 28,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const judged: Judged[] = JSON.parse(output.toString('utf8'))
  return judged.map(({ refused, unknown = [], deprecated = [], invalid = {} }) => ({
    refused: refused !== undefined,
    unknown: unknown.sort(),
    deprecated: deprecated.sort(),
    invalid: Object.keys(invalid).sort(),
  }))
}

/** The same, from our findings. */
function verdictOf(text: string, findings: readonly Finding[]): Verdict {
  if (findings.some(({ rule }) => REFUSALS.has(rule))) {
    return { refused: true, unknown: [], deprecated: [], invalid: [] }
  }
  const options = readIni(text).sections.flatMap(({ name, headers, options }) => {
    const lines = new Set(headers.map(({ range }) => range.start.line))
    return options.map((option) => ({ name: `${name}/${option.name}`, option, lines }))
  })
  const at = (wanted: (finding: Finding) => boolean) => {
    const lines = new Set(findings.filter(wanted).map(({ line }) => line))
    const hit = options.filter(({ option, lines: headers }) => {
      const { start, end } = option.valueRange
      const isHere = Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index)
      return isHere.some((line) => lines.has(line)) || [...headers].some((line) => lines.has(line))
    })
    return [...new Set(hit.map(({ name }) => name))].sort()
  }
  return {
    refused: false,
    unknown: at(({ rule }) => UNKNOWN.has(rule)),
    deprecated: at(
      ({ rule, message }) => rule.endsWith('/deprecated-option') && message.includes('old name'),
    ),
    invalid: at(({ rule, severity }) => INVALID.has(rule) && severity !== 'notice'),
  }
}

function differences(ours: Verdict, theirs: Verdict): string[] {
  if (ours.refused || theirs.refused) {
    return ours.refused === theirs.refused ? [] : [`refused by ${ours.refused ? 'us' : 'oslo.config'} alone`]
  }
  return (['unknown', 'deprecated', 'invalid'] as const).flatMap((what) => [
    ...ours[what].filter((name) => !theirs[what].includes(name)).map((name) => `${what} ${name}: ours alone`),
    ...theirs[what]
      .filter((name) => !ours[what].includes(name))
      .map((name) => `${what} ${name}: theirs alone`),
  ])
}

suite(isThere ? 'oslo.config agrees' : 'oslo.config agrees (skipped: the services are not installed)', () => {
  let folder: string
  const rows: string[] = []
  const seen = new Set<string>()
  let counted = { files: 0, refused: 0, unknown: 0, deprecated: 0, invalid: 0, different: 0 }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'changeover-judge-oslo-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
    const head = `${'Changeover and oslo.config (Zed)'.padEnd(34)} files refused unknown deprecated invalid differences`
    console.log([head, ...rows].join('\n'))
  })

  function row(what: string) {
    const { files, refused, unknown, deprecated, invalid, different } = counted
    const numbers = [files, refused, unknown, deprecated, invalid, different]
    const widths = [5, 7, 7, 10, 7, 11]
    rows.push(
      `  ${what.padEnd(32)} ${numbers.map((number, index) => String(number).padStart(widths[index] ?? 0)).join(' ')}`,
    )
    counted = { files: 0, refused: 0, unknown: 0, deprecated: 0, invalid: 0, different: 0 }
  }

  /** What is different and not explained. */
  function compare(name: string, text: string, findings: readonly Finding[], theirs: Verdict): string[] {
    counted.files++
    counted.refused += Number(theirs.refused)
    for (const what of ['unknown', 'deprecated', 'invalid'] as const) counted[what] += theirs[what].length
    const found = differences(verdictOf(text, findings), theirs)
    counted.different += found.length
    return found.flatMap((difference) => {
      const key = `${name} ${difference}`
      seen.add(key)
      return Object.hasOwn(EXPLAINED, key) ? [] : [key]
    })
  }

  test.each(SERVICES)(
    'on our own files for %s',
    async (service) => {
      const texts = CASES[service] ?? []
      const paths = texts.map((_, index) => join(folder, `${service}-${index}`, 'etc', `${service}.conf`))
      for (const [index, path] of paths.entries()) {
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, texts[index] ?? '')
      }
      const theirs = judge(service, paths)
      const wrong: string[] = []
      for (const [index, text] of texts.entries()) {
        const { findings } = await validateFolder({
          root: join(folder, `${service}-${index}`),
          ignore: [],
          rules: {},
          release: { name: 'zed', from: 'flag', assumed: false },
        })
        const verdict = theirs[index]
        if (verdict) wrong.push(...compare(`${service} ${JSON.stringify(text)}`, text, findings, verdict))
      }
      row(`our own of ${service}`)
      expect(theirs).toHaveLength(texts.length)
      expect(wrong).toEqual([])
    },
    60_000,
  )

  withCorpus(
    'on the files of the corpus (skipped without CHANGEOVER_CORPUS)',
    async () => {
      const files: string[] = []
      const { findings } = await validateFolder({
        root: CORPUS,
        ignore: [],
        rules: {},
        release: { name: 'zed', from: 'flag', assumed: false },
        onFile: (path, what) => void ('kind' in what && what.kind === 'oslo_config' && files.push(path)),
      })
      const wrong: string[] = []
      for (const service of SERVICES) {
        const own = files.filter((path) => serviceOfFile(path) === service)
        const texts = await Promise.all(own.map((path) => readFile(join(CORPUS, path), 'utf8')))
        // oslo.config is handed what templates make, not the templates
        const plain = own.map((path, index) => ({ path, text: texts[index] ?? '' }))
        const read = plain.filter(({ text }) => !text.includes('{%'))
        const theirs = judge(
          service,
          read.map(({ path }) => join(CORPUS, path)),
        )
        for (const [index, { path, text }] of read.entries()) {
          const verdict = theirs[index]
          const ours = findings.filter(({ file }) => file === path)
          if (verdict) wrong.push(...compare(path, text, ours, verdict))
        }
      }
      expect(counted.files).toBeGreaterThan(15)
      row('the corpus')
      expect(wrong).toEqual([])
      expect(Object.keys(EXPLAINED).filter((key) => !seen.has(key))).toEqual([])
    },
    60_000,
  )
})
