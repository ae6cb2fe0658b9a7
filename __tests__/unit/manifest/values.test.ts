import { describe, expect, test } from '@jest/globals'
import type { BlueGreenSettings } from '../../../generated/manifest.js'
import { duration, expand, expandDeep, variablesOf } from '../../../src/manifest/values.js'

describe('duration', () => {
  test.each([
    ['500ms', 500],
    ['1.5s', 1_500],
    ['2 m', 120_000],
    ['1h', 3_600_000],
    ['1d', 86_400_000],
    [undefined, 30_000],
  ])('%s is %d ms', (text, expected) => {
    expect(duration(text, '30s')).toBe(expected)
  })
})

describe('expand', () => {
  test('names, defaults and literals', () => {
    expect(expand('http://${HOST}:${PORT:-5000}/v3 $${HOST} $HOME', { HOST: 'a', PORT: '' }, 'url')).toBe(
      'http://a:5000/v3 ${HOST} $HOME',
    )
  })

  test('a value is not expanded again', () => {
    expect(expand('${A}', { A: '${B}', B: 'no' }, 'x')).toBe('${B}')
  })

  test('a name without value and default is a named problem', () => {
    expect(() => expand('${GONE}', {}, 'monitor.url')).toThrow(
      expect.objectContaining({
        code: 'variable_missing',
        message: expect.stringContaining('monitor.url needs the environment variable GONE'),
      }),
    )
  })

  test('expandDeep changes texts, and nothing else', () => {
    const data = { nodes: [{ socket: '${S}', weight: 3 }], map: { '${S}': 'b' } }
    expect(expandDeep(data, { S: '/run' }, 'router')).toEqual({
      nodes: [{ socket: '/run', weight: 3 }],
      map: { '${S}': 'b' },
    })
  })
})

describe('variablesOf', () => {
  const settings = {
    strategy: 'blue_green',
    env: { HOST: '${MACHINE:-local}', PORT: '1' },
    colors: { green: { env: { PORT: '2', URL: 'http://${HOST}' } } },
  } as unknown as BlueGreenSettings

  test("a color's env wins over the environment's, and that over the process's", () => {
    expect(variablesOf(settings, 'green', { PORT: '0', KEPT: 'yes' })).toEqual({
      KEPT: 'yes',
      HOST: 'local',
      PORT: '2',
      URL: 'http://local',
    })
    expect(variablesOf(settings, 'blue', { MACHINE: 'far' })).toMatchObject({ HOST: 'far', PORT: '1' })
    expect(variablesOf(settings, undefined, {})).toMatchObject({ PORT: '1' })
  })
})
