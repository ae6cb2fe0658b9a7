import { afterEach, expect } from '@jest/globals'

/**
 * Keeps unit tests from using the outside world: processes, ports, connections, and real time beyond a moment. What they need of
 * it is handed in as a fake; a test of the real thing belongs to `__tests__/integration/`. jest.config.mjs loads this file for
 * every test, and it does nothing in other folders.
 */
const isUnitTest = (expect.getState().testPath ?? '').includes('/__tests__/unit/')

/** A timer that fires after more milliseconds than this makes a test slow, or makes it depend on a quiet machine. */
const LONGEST_WAIT_MS = 50

const offenses: string[] = []

/** What the test has used so far. It is forgotten, so that a test can expect it. */
export function takeOffenses(): string[] {
  return offenses.splice(0)
}

function refuse(what: string): never {
  offenses.push(what)
  throw new Error(
    `A unit test must not use ${what}. Hand in a fake, or move the test to __tests__/integration/.`,
  )
}

if (isUnitTest) {
  // not imported: modules that import these later must see what is replaced here
  const { ChildProcess, ...processes } = builtin<typeof import('node:child_process')>('node:child_process')
  replace(ChildProcess.prototype as unknown as Functions, 'spawn', () => () => refuse('a process'))
  const module = builtin<Functions>('node:child_process')
  for (const name of ['spawnSync', 'execSync', 'execFileSync']) {
    if (name in processes) replace(module, name, () => () => refuse('a process'))
  }
  const { Server, Socket } = builtin<typeof import('node:net')>('node:net')
  replace(Server.prototype as unknown as Functions, 'listen', () => () => refuse('a port'))
  replace(Socket.prototype as unknown as Functions, 'connect', () => () => refuse('a connection'))
  replace(globalThis as unknown as Functions, 'setTimeout', (real) => {
    const wrapped = (work: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) =>
      real(() => {
        if (ms > LONGEST_WAIT_MS) offenses.push(`a timer of ${ms} ms`)
        work(...given)
      }, ms)
    return Object.assign(wrapped, real)
  })
  replace(
    builtin<Functions>('node:timers/promises'),
    'setTimeout',
    (real) =>
      async (ms: number, ...given) => {
        const result = await (real(ms, ...given) as Promise<unknown>)
        if (ms > LONGEST_WAIT_MS) offenses.push(`a pause of ${ms} ms`)
        return result
      },
  )

  afterEach(() => {
    const used = takeOffenses()
    if (used.length > 0) {
      throw new Error(
        `This unit test used ${[...new Set(used)].join(', ')}. Hand in a fake, or move the test to __tests__/integration/.`,
      )
    }
  })
}

type Functions = Record<string, (...given: never[]) => unknown>

function builtin<Module>(name: string): Module {
  return process.getBuiltinModule(name) as unknown as Module
}

function replace(
  owner: Functions,
  name: string,
  make: (real: (...given: unknown[]) => unknown) => (...given: never[]) => unknown,
): void {
  owner[name] = make(owner[name] as unknown as (...given: unknown[]) => unknown)
}
