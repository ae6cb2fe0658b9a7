import { describe, expect, test } from '@jest/globals'
import { readSarif } from '../../../../src/lint/linters/sarif.js'

const log = (...runs: object[]) => JSON.stringify({ version: '2.1.0', runs })
const result = (more: object = {}) => ({ ruleId: 'R1', message: { text: 'It is wrong.' }, ...more })
const found = (...results: object[]) => readSarif(log({ results })).findings
const at = (uri: string, region: object = {}, more: object = {}) => ({
  locations: [{ physicalLocation: { artifactLocation: { uri, ...more }, region } }],
})

describe('what a result says', () => {
  test('rule, message, level and place', () => {
    const region = { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 }
    expect(found(result({ level: 'error', ...at('roles/a%20b/tasks/main.yml', region) }))).toEqual([
      {
        severity: 'error',
        message: 'R1: It is wrong.',
        help: 'Mend what the check complains of.',
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

  test("what it leaves out stands in the tool's rules", () => {
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

  test('a long message in many lines becomes one line of reasonable length', () => {
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

  test('a suppression that was rejected does not silence', () => {
    expect(found(result({ suppressions: [{ kind: 'external', status: 'rejected' }] }))).toHaveLength(1)
  })
})

describe('where a result stands', () => {
  const path = (location: object, run: object = {}) =>
    readSarif(log({ ...run, results: [result(location)] })).findings[0]?.places[0]?.path

  test('no location', () => {
    expect(found(result())[0]?.places).toEqual([])
  })

  test('a file URL is a path of this machine; any other is none', () => {
    expect(path(at('file:///srv/repo/a.yml'))).toBe('/srv/repo/a.yml')
    expect(path(at('https://example.org/a.yml'))).toBeUndefined()
  })

  test('a folder that is only named is the one that is checked', () => {
    expect(path(at('a.yml', {}, { uriBaseId: 'SRCROOT' }), { originalUriBaseIds: { SRCROOT: {} } })).toBe(
      'a.yml',
    )
  })

  test('folders stand before it, one in the other', () => {
    const originalUriBaseIds = { A: { uri: 'file:///srv/repo' }, B: { uri: 'roles/', uriBaseId: 'A' } }
    expect(path(at('a.yml', {}, { uriBaseId: 'B' }), { originalUriBaseIds })).toBe('/srv/repo/roles/a.yml')
  })

  test('folders that stand in each other come to an end', () => {
    const originalUriBaseIds = { A: { uri: 'a/', uriBaseId: 'A' } }
    expect(path(at('x', {}, { uriBaseId: 'A' }), { originalUriBaseIds })).toMatch(/^(a\/)+x$/)
  })

  test("one in the run's list of files", () => {
    const run = { artifacts: [{ location: { uri: 'b.yml' } }] }
    const locations = [{ physicalLocation: { artifactLocation: { index: 0 } } }]
    expect(path({ locations }, run)).toBe('b.yml')
  })

  test('a percent sign that encodes nothing is one', () => {
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

describe('a report that cannot be trusted', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', '{"runs": ['],
    ['no object', '[]'],
    ['no runs', '{"version": "2.1.0"}'],
    ['results that stand elsewhere', log({ externalPropertyFileReferences: { results: [{ guid: 'x' }] } })],
  ])('%s is refused', (_what, text) => {
    expect(() => readSarif(text)).toThrow()
  })

  test('a tool that did not run to its end says so', () => {
    const notifications = [
      { level: 'note', message: { text: 'Hello.' } },
      { level: 'error', message: { text: 'No such\nmodule.' } },
    ]
    const run = { invocations: [{ executionSuccessful: false, toolExecutionNotifications: notifications }] }
    expect(readSarif(log(run)).broken).toBe('No such module.')
    expect(readSarif(log({ invocations: [{ executionSuccessful: false }] })).broken).toBe(
      'it does not say why',
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

  test('nesting cannot exhaust the stack', () => {
    const deep = `{"runs": [{"results": [${'['.repeat(200_000)}${']'.repeat(200_000)}]}]}`
    expect(readSarif(deep).findings).toEqual([])
  })

  test('5,000 findings are kept, the others counted', () => {
    const { findings, more } = readSarif(log({ results: Array.from({ length: 5_100 }, () => result()) }))
    expect([findings.length, more]).toEqual([5_000, 100])
  })

  test('a byte order mark is no fault', () => {
    expect(readSarif(`\ufeff${log()}`).findings).toEqual([])
  })
})
