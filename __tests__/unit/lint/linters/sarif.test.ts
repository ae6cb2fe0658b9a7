import { describe, expect, test } from '@jest/globals'
import { readSarif } from '../../../../src/lint/linters/sarif.js'

const log = (...runs: object[]) => JSON.stringify({ version: '2.1.0', runs })
const result = (more: object = {}) => ({ ruleId: 'R1', message: { text: 'It is wrong.' }, ...more })
const found = (...results: object[]) => readSarif(log({ results })).findings
const at = (uri: string, region: object = {}, more: object = {}) => ({
  locations: [{ physicalLocation: { artifactLocation: { uri, ...more }, region } }],
})

describe('a result', () => {
  test('has a rule, a message, a level and a place', () => {
    const region = { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 }
    expect(found(result({ level: 'error', ...at('roles/a%20b/tasks/main.yml', region) }))).toEqual([
      {
        severity: 'error',
        message: 'R1: It is wrong.',
        help: 'Fix what the linter reports.',
        places: [
          {
            path: 'roles/a b/tasks/main.yml',
            range: { start: { line: 3, column: 5 }, end: { line: 3, column: 9 } },
          },
        ],
      },
    ])
  })

  test.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['note', 'notice'],
    ['none', 'notice'],
    ['dreadful', 'warning'],
    [undefined, 'warning'],
  ])('level %s is %s', (level, severity) => {
    expect(found(result({ level }))[0]?.severity).toBe(severity)
  })

  test("takes what it omits from the tool's rules", () => {
    const rule = {
      id: 'R7',
      defaultConfiguration: { level: 'error' },
      helpUri: 'https://example.org/R7',
      messageStrings: { bad: { text: '{0} is not {1}, {9}' } },
    }
    const run = {
      tool: { driver: { rules: [{ id: 'R1' }, rule] } },
      results: [{ ruleIndex: 1, message: { id: 'bad', arguments: ['this', 'that'] } }],
    }
    expect(readSarif(log(run)).findings[0]).toMatchObject({
      severity: 'error',
      message: 'R7: this is not that, {9}',
      help: 'See https://example.org/R7',
    })
  })

  test('with a long message of many lines becomes one line of limited length', () => {
    const [finding] = found(result({ message: { text: `a\n  b\r\n${'c'.repeat(1_000_000)}` } }))
    expect(finding?.message).toMatch(/^R1: a b c+…$/)
    expect(finding?.message.length).toBeLessThan(1_100)
  })

  test.each([
    ['passed', { kind: 'pass' }],
    ['no longer there', { baselineState: 'absent' }],
    ['accepted in the source', { suppressions: [{ kind: 'inSource' }] }],
  ])('one that is %s does not count', (_what, more) => {
    expect(found(result(more))).toEqual([])
  })

  test('with a rejected suppression is reported', () => {
    expect(found(result({ suppressions: [{ kind: 'external', status: 'rejected' }] }))).toHaveLength(1)
  })
})

describe('the place of a result', () => {
  const path = (location: object, run: object = {}) =>
    readSarif(log({ ...run, results: [result(location)] })).findings[0]?.places[0]?.path

  test('without a location', () => {
    expect(found(result())[0]?.places).toEqual([])
  })

  test('a file URL is a local path; any other URL is not', () => {
    expect(path(at('file:///srv/repo/a.yml'))).toBe('/srv/repo/a.yml')
    expect(path(at('https://example.org/a.yml'))).toBeUndefined()
  })

  test('a base without a URI is the folder that is checked', () => {
    expect(path(at('a.yml', {}, { uriBaseId: 'SRCROOT' }), { originalUriBaseIds: { SRCROOT: {} } })).toBe(
      'a.yml',
    )
  })

  test('bases may refer to each other', () => {
    const originalUriBaseIds = { A: { uri: 'file:///srv/repo' }, B: { uri: 'roles/', uriBaseId: 'A' } }
    expect(path(at('a.yml', {}, { uriBaseId: 'B' }), { originalUriBaseIds })).toBe('/srv/repo/roles/a.yml')
  })

  test('a cycle of bases ends', () => {
    const originalUriBaseIds = { A: { uri: 'a/', uriBaseId: 'A' } }
    expect(path(at('x', {}, { uriBaseId: 'A' }), { originalUriBaseIds })).toMatch(/^(a\/)+x$/)
  })

  test("an entry in the run's list of artifacts", () => {
    const run = { artifacts: [{ location: { uri: 'b.yml' } }] }
    const locations = [{ physicalLocation: { artifactLocation: { index: 0 } } }]
    expect(path({ locations }, run)).toBe('b.yml')
  })

  test('a percent sign that is not an escape stays as it is', () => {
    expect(path(at('100%.yml'))).toBe('100%.yml')
  })

  test.each([
    [
      { startLine: -4, startColumn: 0 },
      { line: 1, column: 1 },
    ],
    [{ startLine: 1e300 }, { line: 2 ** 31 - 1, column: 1 }],
    [{ startLine: '3' }, { line: 1, column: 1 }],
    [
      { startLine: 5, endLine: 2 },
      { line: 5, column: 1 },
    ],
  ])('the region %j is a place all the same', (region, start) => {
    const range = found(result(at('a', region)))[0]?.places[0]?.range
    expect(range?.start).toEqual(start)
    expect(range?.end.line).toBeGreaterThanOrEqual(start.line)
  })
})

describe('an untrusted report', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', '{"runs": ['],
    ['no object', '[]'],
    ['no runs', '{"version": "2.1.0"}'],
    ['results that stand elsewhere', log({ externalPropertyFileReferences: { results: [{ guid: 'x' }] } })],
  ])('%s is refused', (_what, text) => {
    expect(() => readSarif(text)).toThrow()
  })

  test('states that the tool did not run to completion', () => {
    const notifications = [
      { level: 'note', message: { text: 'Hello.' } },
      { level: 'error', message: { text: 'No such\nmodule.' } },
    ]
    const run = { invocations: [{ executionSuccessful: false, toolExecutionNotifications: notifications }] }
    expect(readSarif(log(run)).broken).toBe('No such module.')
    expect(readSarif(log({ invocations: [{ executionSuccessful: false }] })).broken).toBe(
      'it gives no reason',
    )
    expect(readSarif(log({ invocations: [{ executionSuccessful: true }] })).broken).toBeUndefined()
  })

  test.each([
    ['runs', '{"runs": [null, 1, "x", [], {"results": {}}, {"results": [null, 3, []]}]}'],
    [
      'rules',
      '{"runs": [{"tool": {"driver": {"rules": [null, 7]}}, "results": [{"ruleIndex": 0}, {"ruleIndex": -1}]}]}',
    ],
    ['names', '{"runs": [{"results": [{"ruleId": "__proto__", "message": {"id": "constructor"}}]}]}'],
  ])('odd %s are read as far as they go', (_what, text) => {
    expect(readSarif(text).findings.every(({ message }) => message !== '')).toBe(true)
  })

  test('cannot exhaust the stack by nesting', () => {
    const deep = `{"runs": [{"results": [${'['.repeat(200_000)}${']'.repeat(200_000)}]}]}`
    expect(readSarif(deep).findings).toEqual([])
  })

  test('has 5,000 findings kept and the others counted', () => {
    const { findings, more } = readSarif(log({ results: Array.from({ length: 5_100 }, () => result()) }))
    expect([findings.length, more]).toEqual([5_000, 100])
  })

  test('may start with a byte order mark', () => {
    expect(readSarif(`\ufeff${log()}`).findings).toEqual([])
  })
})
