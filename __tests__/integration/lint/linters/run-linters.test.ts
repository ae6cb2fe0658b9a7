import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import type { ValidateResult } from '../../../../src/lint/engine/finding.js'
import { type Asked, startValidate } from '../../../../src/lint/engine/start.js'
import type { Log } from '../../../../src/platform/log.js'
import { temporaryFolders } from '../../../support/temp.js'
import { type Files, inFolder } from '../../../unit/lint/folder.js'

const temporaryFolder = temporaryFolders()

interface Linter {
  name: string
  run: string
  report?: string
  path?: string
  timeout?: string
  env?: Record<string, string>
}

const manifest = (linters: Linter[], rules: Record<string, string> = {}) =>
  `version: 1\nname: region-one\nvalidate:\n  rules: ${JSON.stringify(rules)}\n  linters:\n${linters
    .map(({ name, ...rest }) => `    - name: ${name}\n      <<: ${JSON.stringify(rest)}\n`)
    .join('')}`

interface Ran extends ValidateResult {
  said: string[]
}

/** Run these linters in a temporary folder with these files. */
async function ran(linters: Linter[], files: Files = {}, asked: Asked = {}, rules = {}): Promise<Ran> {
  const said: string[] = []
  const log: Log = {
    info: (line) => said.push(line),
    warn: (line) => said.push(`! ${line}`),
    output: (line) => said.push(`| ${line}`),
    step: (_title, work) => work(),
  }
  const logDir = asked.logDir ?? (await temporaryFolder())
  const content = { 'changeover.yml': manifest(linters, rules), ...files }
  return inFolder(content, async (root) => ({
    ...(await startValidate(root, log, { ...asked, logDir })),
    said,
  }))
}

const brief = ({ findings }: ValidateResult) =>
  findings.map(({ rule, severity, file, line, message }) => `${severity} ${rule} ${file}:${line} ${message}`)

const sarif = (uri: string, level = 'error') =>
  JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        results: [
          {
            ruleId: 'tabs',
            level,
            message: { text: 'A tab.' },
            locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 2 } } }],
          },
        ],
      },
    ],
  })

describe('findings', () => {
  test('of a SARIF report on standard output are sorted among the others by place', async () => {
    const result = await ran(
      [{ name: 'lint', run: 'echo looking >&2; cat lint.sarif; exit 2', report: 'sarif' }],
      { 'lint.sarif': sarif('a.yml'), 'a.yml': 'a: 1\nb: 2\na: 3\n' },
    )
    expect(brief(result)).toEqual([
      'error linter/lint a.yml:2 tabs: A tab.',
      expect.stringContaining('error yaml/duplicate-key a.yml:3'),
    ])
    expect(result).toMatchObject({ outcome: 'failed', reason: 'errors_found' })
    expect(result.linters).toMatchObject([{ name: 'lint', reason: 'findings', exit_code: 2, findings: 1 }])
    expect(result.said).toContain('| looking')
  })

  test('come from the JUnit files that this run wrote', async () => {
    const xml =
      '<testsuite><testcase name="vip"><failure message="taken">t.py:1: Error</failure></testcase></testsuite>'
    const run = "touch -d '1 hour ago' reports/old.xml; cp new.xml reports/; exit 1"
    const result = await ran([{ name: 'unit', run, report: 'junit', path: 'reports/*.xml' }], {
      'new.xml': xml,
      'reports/old.xml': xml,
      't.py': '1/0\n',
    })
    expect(brief(result)).toEqual(['error linter/unit t.py:1 vip: taken'])
  })

  test("without a place are at the linter's entry in the manifest", async () => {
    const xml = '<testsuite><testcase name="vip"><failure message="taken"/></testcase></testsuite>'
    const result = await ran([{ name: 'unit', run: 'cat r.xml', report: 'junit' }], { 'r.xml': xml })
    expect(brief(result)).toEqual(['error linter/unit changeover.yml:6 vip: taken'])
    expect(result.findings[0]).toMatchObject({ column: 13, end_column: 17 })
  })

  test('in a file that does not exist keep its name in the message', async () => {
    const result = await ran([{ name: 'lint', run: 'cat r', report: 'sarif' }], { r: sarif('gone.yml') })
    expect(brief(result)).toEqual(['error linter/lint changeover.yml:6 gone.yml:2: tabs: A tab.'])
  })

  test('outside of the folder are left out, and the log states it', async () => {
    const result = await ran([{ name: 'lint', run: 'cat r', report: 'sarif' }], {
      r: sarif('../../etc/passwd'),
    })
    expect(brief(result)).toEqual([])
    expect(result.said).toContain('! lint: left out 1 finding outside the folder')
  })

  test('outside of the folder alone do not turn a failed linter into a pass', async () => {
    const result = await ran([{ name: 'lint', run: 'cat r; exit 1', report: 'sarif' }], {
      r: sarif('/etc/passwd'),
    })
    expect(brief(result)).toEqual([expect.stringMatching(/exit status 1, and all .* outside the folder\.$/)])
  })

  test('can be silenced by a comment, downgraded or turned off', async () => {
    const check = { name: 'lint', run: 'cat r; touch ran', report: 'sarif' }
    const silenced = 'a: 1\nb: 2 # changeover: ignore linter/lint\n'
    expect(brief(await ran([check], { r: sarif('a.yml'), 'a.yml': silenced }))).toEqual([])
    const mild = await ran([check], { r: sarif('a.yml'), 'a.yml': '' }, {}, { 'linter/lint': 'notice' })
    expect(brief(mild)).toEqual(['notice linter/lint a.yml:2 tabs: A tab.'])
    const off = await ran([check], { r: sarif('a.yml'), 'a.yml': '' }, {}, { 'linter/lint': 'off' })
    expect(off).toMatchObject({ findings: [], reason: 'clean' })
    expect(off.linters).toBeUndefined()
  })

  test('a severity for an unknown linter is refused', async () => {
    const rules = { 'linter/linter': 'off' }
    await expect(ran([{ name: 'lint', run: 'true' }], {}, {}, rules)).rejects.toMatchObject({
      code: 'unknown_rule',
      remedy: 'Did you mean "linter/lint"?',
    })
  })

  test('are the same from run to run', async () => {
    const check = { name: 'lint', run: 'cat r; exit 1', report: 'sarif' }
    const files = { r: sarif('a.yml'), 'a.yml': 'a: 1\na: 2\n' }
    const [first, second] = [await ran([check], files), await ran([check], files)]
    expect(first.findings).toEqual(second.findings)
    expect(new Set(first.findings.map(({ fingerprint }) => fingerprint)).size).toBe(2)
  })
})

describe('a linter fails on', () => {
  test.each<[string, Linter, RegExp]>([
    [
      'a failure',
      { name: 'c', run: 'echo one; echo two >&2; exit 3' },
      /exit status 3: (one \| two|two \| one)$/,
    ],
    [
      'a missing command',
      { name: 'c', run: 'no-such-linter', report: 'sarif' },
      /exit status 127: .*no-such-linter/,
    ],
    ['a failure within a pipe', { name: 'c', run: 'false | cat' }, /exit status 1\.$/],
    [
      'a timeout',
      { name: 'c', run: 'echo on it; sleep 60', timeout: '300ms' },
      /within 300ms and was stopped: on it$/,
    ],
    ['a signal', { name: 'c', run: 'kill -9 $$' }, /ended by a signal/],
    ['no report', { name: 'c', run: 'true', report: 'sarif' }, /wrote no report/],
    ['no report file', { name: 'c', run: 'true', report: 'junit', path: 'r/*.xml' }, /wrote no report/],
    [
      'a report that is not SARIF',
      { name: 'c', run: 'echo oops', report: 'sarif' },
      /standard output is not a valid SARIF report/,
    ],
    [
      'a report that is not JUnit',
      { name: 'c', run: 'echo "<html/>" > r.xml', report: 'junit', path: 'r.xml' },
      /r\.xml is not a valid JUnit report/,
    ],
    [
      'a variable that is not set',
      { name: 'c', run: 'true', env: { A: '${CHANGEOVER_NO_SUCH}' } },
      /could not be started: .*CHANGEOVER_NO_SUCH/,
    ],
  ])('%s', async (_what, check, message) => {
    const result = await ran([check])
    expect(brief(result)).toEqual([
      expect.stringMatching(/^error linter\/c changeover\.yml:6 The linter "c" /),
    ])
    expect(result.findings[0]?.message).toMatch(message)
    expect(result.outcome).toBe('failed')
  })

  test('a report that is too large', async () => {
    const run = 'head -c 70000000 /dev/zero'
    const result = await ran([{ name: 'c', run, report: 'sarif' }])
    expect(result.findings[0]?.message).toMatch(/standard output is larger than/)
  })
})

describe('linters run', () => {
  test('in the folder, with bash, with their name and variables, without the secrets of the runner', async () => {
    const run =
      '[[ -f changeover.yml && "$CHANGEOVER_LINTER" = env && "$A" = "one $HOME" && -z "${INPUT_TOKEN:-}${ACTIONS_RUNTIME_TOKEN:-}" ]]'
    process.env.INPUT_TOKEN = process.env.ACTIONS_RUNTIME_TOKEN = 'secret'
    try {
      expect(brief(await ran([{ name: 'env', run, env: { A: 'one ${HOME}' } }]))).toEqual([])
    } finally {
      delete process.env.INPUT_TOKEN
      delete process.env.ACTIONS_RUNTIME_TOKEN
    }
  })

  test('in parallel', async () => {
    // each waits for the other: run one after the other, they would fail
    const wait = (own: string, other: string) => ({
      name: own,
      run: `touch ${own}; for ((i = 0; i < 200; i++)); do [[ -f ${other} ]] && exit 0; sleep 0.02; done; exit 1`,
    })
    expect(brief(await ran([wait('a', 'b'), wait('b', 'a')]))).toEqual([])
  })

  test('each with a log of its own in the requested folder', async () => {
    const logDir = join(await temporaryFolder(), 'new/logs')
    const linters = [
      { name: 'a', run: 'echo from a' },
      { name: 'b', run: 'echo from b >&2; echo "{}"; exit 1', report: 'sarif' },
    ]
    const result = await ran(linters, {}, { logDir })
    expect(await readFile(join(logDir, 'a.log'), 'utf8')).toBe('from a\n')
    expect(await readFile(join(logDir, 'b.log'), 'utf8')).toBe('from b\n')
    expect(await readFile(join(logDir, 'b.out'), 'utf8')).toBe('{}\n')
    expect(result.linters?.map(({ log }) => log)).toEqual([join(logDir, 'a.log'), join(logDir, 'b.log')])
    expect(result.said).toEqual(expect.arrayContaining(['| a: from a', '| b: from b']))
  })

  test('only if the folder for logs can be created', async () => {
    await expect(ran([{ name: 'a', run: 'true' }], {}, { logDir: '/dev/null/logs' })).rejects.toMatchObject({
      code: 'log_folder_unwritable',
    })
  })

  test('neither with --no-linters nor with --target-release', async () => {
    const linters = [{ name: 'a', run: 'exit 1' }]
    for (const asked of [{ linters: false }, { target: '2026.2' }]) {
      const result = await ran(linters, {}, asked)
      expect([result.outcome, result.linters]).toEqual(['passed', undefined])
    }
  })

  test('until they are canceled; then their whole process tree is ended', async () => {
    const folder = await temporaryFolder()
    const controller = new AbortController()
    const run = `trap '' TERM; echo $$ > ${folder}/pid; sleep 60 & wait; sleep 60`
    const running = ran([{ name: 'a', run }], {}, { signal: controller.signal })
    while (!existsSync(join(folder, 'pid'))) await delay(20)
    const reason = new Error('enough')
    controller.abort(reason)
    await expect(running).rejects.toBe(reason)
    const pid = Number(await readFile(join(folder, 'pid'), 'utf8'))
    expect(() => process.kill(pid, 0)).toThrow()
    expect(await readdir(folder)).toEqual(['pid'])
  })
})
