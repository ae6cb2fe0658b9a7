import { describe, expect, test } from '@jest/globals'
import type { RollingStep } from '../../../generated/manifest.js'
import { hostsText } from '../../../src/deploy/ledger/rolled.js'
import { batchesOf, hostsOf } from '../../../src/deploy/phases/rolling.js'
import { commandRunner } from '../../../src/drivers/command.js'
import { Target } from '../../../src/drivers/target.js'
import { silentLog } from '../../../src/platform/log.js'
import { bash } from '../../../src/platform/shell.js'

const hosts = (count: number) => Array.from({ length: count }, (_, index) => `c${index + 1}`)
const step = (more: Partial<RollingStep> = {}): RollingStep => ({
  name: 'compute',
  hosts: [],
  deploy: { run: 'true' },
  ...more,
})
const sizes = (batch: RollingStep['batch'], of: number) =>
  batchesOf(step(batch === undefined ? {} : { batch }), hosts(of)).map(({ length }) => length)

describe('batches', () => {
  test.each<[RollingStep['batch'], number, number[]]>([
    [undefined, 3, [1, 1, 1]],
    [2, 5, [2, 2, 1]],
    [10, 3, [3]],
    ['25%', 10, [2, 2, 2, 2, 2]],
    ['100%', 7, [7]],
    ['1%', 3, [1, 1, 1]],
    [[1, 5, '30%'], 20, [1, 5, 6, 6, 2]],
    [['10%', 4], 11, [1, 4, 4, 2]],
    [3, 0, []],
  ])('%j of %i hosts: %j', (batch, of, expected) => {
    expect(sizes(batch, of)).toEqual(expected)
  })

  test('keep the order of the hosts, and omit none', () => {
    expect(batchesOf(step({ batch: [1, '50%'] }), hosts(9)).flat()).toEqual(hosts(9))
  })

  test('whose names are too long for one variable are refused', () => {
    const long = Array.from({ length: 1000 }, (_, index) => `${'x'.repeat(200)}${index}`)
    expect(() => batchesOf(step({ batch: '100%' }), long)).toThrow(
      expect.objectContaining({ reason: 'hosts_invalid', message: expect.stringContaining('1000 hosts') }),
    )
  })
})

describe('hosts from a command', () => {
  const ports = {
    shell: bash,
    runCommand: commandRunner(bash, silentLog),
    processEnv: process.env,
    log: silentLog,
  }
  const ask = (run: string) => {
    const settings = { strategy: 'in_place' as const, env: { GROUP: 'rack1' } }
    const release = { version: '1', digest: 'sha256:0', folder: process.cwd() }
    const options = {
      environment: 'e',
      settings,
      color: undefined,
      liveColor: undefined,
      release,
      operation: 'o',
    }
    return hostsOf(step({ hosts: { run } }), new Target(options, ports), new AbortController().signal)
  }
  const refused = (what: string) =>
    expect.objectContaining({ reason: 'hosts_invalid', message: `The hosts command of compute ${what}.` })

  test('are its lines, each once, without notes on standard error', async () => {
    const run = String.raw`printf 'c2\r\n\n  c1\nc2\n%s\n10.0.0.1\nfd00::1' "$GROUP-$CHANGEOVER_STEP"; echo note >&2`
    expect(await ask(run)).toEqual(['c2', 'c1', 'rack1-compute', '10.0.0.1', 'fd00::1'])
  })

  test.each([
    ['-oProxyCommand=id'],
    ['c1 c2'],
    ['c1,c2'],
    ['$(id)'],
    ['c1;id'],
    ['all:!c1'],
    ['*'],
    ['c1\u0000'],
    ['\u001b[31mc1'],
    ['ć1'],
    ['../c1'],
  ])('with an invalid name are refused: %j', async (name) => {
    await expect(ask(`printf '%b\\n' 'c1' '${JSON.stringify(name).slice(1, -1)}'`)).rejects.toEqual(
      refused(`printed ${JSON.stringify(name)}, which is not a valid host name`),
    )
  })

  test('must be between one and 10,000', async () => {
    await expect(ask('true')).rejects.toEqual(refused('printed no host'))
    await expect(ask(String.raw`head -c 3000000 /dev/zero | tr '\0' c`)).rejects.toEqual(
      refused('printed more than 1 MiB'),
    )
    await expect(ask('seq 10001')).rejects.toEqual(refused('printed 10001 hosts, more than 10000'))
  })

  test('are not taken from a command that fails', async () => {
    await expect(ask('echo c1; exit 3')).rejects.toMatchObject({ code: 'command_failed', exitCode: 3 })
  })
})

test('are listed shortly when they are many', () => {
  expect(hostsText(hosts(3))).toBe('c1, c2, c3')
  expect(hostsText(hosts(40), 2)).toBe('c1, c2 and 38 more')
})
