import { afterAll, afterEach, expect } from '@jest/globals'

/** A timer that fires after more milliseconds than this makes a test slow, or dependent on a quiet machine. */
const LONGEST_WAIT_MS = 50

const offenses: string[] = []

/** What the test has used so far. It is forgotten, so that a test can expect it. */
export function takeOffenses(): string[] {
  return offenses.splice(0)
}

/**
 * Keeps tests from using the outside world: processes (and with them Git), ports, connections, and real time beyond a moment.
 * What they need of it is handed in as a fake; a test of the real thing belongs to `__tests__/integration/`.
 *
 * @returns undoes it: test files that run later in this process share Node's own modules with this one
 */
export function refuseOutsideWorld(): () => void {
  const undo: (() => void)[] = []
  const replace = (owner: object, name: string, make: (real: AnyFunction) => AnyFunction) => {
    const functions = owner as Record<string, AnyFunction>
    const real = functions[name]
    if (real === undefined) throw new Error(`${name} does not exist`)
    functions[name] = make(real)
    undo.push(() => {
      functions[name] = real
    })
  }
  // not imported: modules that import these later must see what is replaced here
  const processes = process.getBuiltinModule('node:child_process')
  replace(processes.ChildProcess.prototype, 'spawn', () => () => refuse('a process'))
  for (const name of ['spawnSync', 'execSync', 'execFileSync']) {
    replace(processes, name, () => () => refuse('a process'))
  }
  const net = process.getBuiltinModule('node:net')
  replace(net.Server.prototype, 'listen', () => () => refuse('a port'))
  replace(net.Socket.prototype, 'connect', () => () => refuse('a connection'))
  replace(process.getBuiltinModule('node:dgram').Socket.prototype, 'bind', () => () => refuse('a port'))

  // a deadline that does not pass is harmless, so timers are reported when they fire
  const report = (what: string, ms: unknown) => {
    if (Number(ms) > LONGEST_WAIT_MS) offenses.push(`${what} of ${ms} ms`)
  }
  for (const name of ['setTimeout', 'setInterval']) {
    replace(globalThis, name, (real) => {
      const wrapped: AnyFunction = (work, ms, ...given) =>
        real(() => {
          report('a timer', ms)
          ;(work as AnyFunction)(...given)
        }, ms)
      return Object.assign(wrapped, real)
    })
  }
  replace(process.getBuiltinModule('node:timers/promises'), 'setTimeout', (real) => async (ms, ...given) => {
    const result = await real(ms, ...given)
    report('a pause', ms)
    return result
  })
  replace(AbortSignal, 'timeout', (real) => (ms) => {
    const signal = real.call(AbortSignal, ms) as AbortSignal
    signal.addEventListener('abort', () => report('a deadline', ms))
    return signal
  })
  return () => {
    for (const restore of undo.splice(0).reverse()) restore()
  }
}

type AnyFunction = (...given: unknown[]) => unknown

function refuse(what: string): never {
  offenses.push(what)
  throw new Error(remedy(what))
}

function remedy(what: string): string {
  return `A unit test must not use ${what}. Hand in a fake, or move the test to __tests__/integration/.`
}

// jest.config.mjs loads this file for every test; it does nothing in other folders
if ((expect.getState().testPath ?? '').includes('/__tests__/unit/')) {
  const allow = refuseOutsideWorld()
  afterEach(() => {
    const used = takeOffenses()
    if (used.length > 0) throw new Error(remedy([...new Set(used)].join(', ')))
  })
  afterAll(allow)
}
