import { LedgerError } from '../../../../src/deploy/ledger/ledger.js'
import type { State } from '../../../../src/deploy/ledger/state.js'
import type { Ports } from '../../../../src/deploy/phases/operation.js'
import { COLORS, type Color } from '../../../../src/drivers/color.js'
import { CommandFailed } from '../../../../src/drivers/command.js'
import { type Router, RouterError } from '../../../../src/drivers/routers/router.js'
import { silentLog } from '../../../../src/platform/log.js'
import type { Coverage } from './coverage.js'
import { fakeMonitor } from './fake-monitor.js'
import { checkNode, checkSure } from './invariants.js'
import type { Call, Rules, Run, World } from './world.js'

interface Point<T> {
  effect: () => T
  /** What the real driver throws when it does not know whether it happened. */
  lost?: () => unknown
  /** What the real driver throws when it did not happen. */
  refused?: () => unknown
  /** What it answers that says it happened, when it did not. */
  lie?: T
  /** What else may happen meanwhile: requests fail. */
  suffer?: () => void
  signal?: AbortSignal | undefined
  /** What is thrown when the signal aborts. */
  cancelled?: (signal: AbortSignal) => unknown
}

/** The outside world as one run sees it: each call waits until the scheduler decides how it goes. */
export function fakePorts(
  world: World,
  run: Run,
  rules: Rules,
  violated: (error: unknown) => void,
  coverage: Coverage,
): Ports {
  const point = <T>(what: Call['what'], about: string, how: Point<T>): Promise<T> => {
    const { effect, lie, lost, suffer, refused, signal, cancelled = (aborted) => aborted.reason } = how
    if (run.state === 'crashed') return new Promise(() => {})
    if (signal?.aborted) return Promise.reject(cancelled(signal))
    return new Promise((resolve, reject) => {
      const onAbort = () => settle(() => signal && reject(cancelled(signal)))
      const settle = (answer: () => void) => {
        run.pending.delete(call)
        signal?.removeEventListener('abort', onAbort)
        answer()
      }
      const tried = (): (() => void) => {
        try {
          const value = effect()
          return () => resolve(value)
        } catch (error) {
          if (!isAnswer(error)) violated(error)
          return () => reject(error)
        }
      }
      const call: Call = {
        what,
        about,
        proceed: () => settle(tried()),
        effect: () => void tried(),
        ...(lost && {
          lose: () => {
            tried()
            settle(() => reject(lost()))
          },
        }),
        ...(lie !== undefined && { lie: () => settle(() => resolve(lie)) }),
        ...(suffer && {
          refuse: () => {
            suffer()
            settle(tried())
          },
        }),
        ...(refused && { refuse: () => settle(() => reject(refused())) }),
      }
      run.pending.add(call)
      signal?.addEventListener('abort', onAbort)
    })
  }
  return {
    ledger: fakeLedger(world, run, rules, point, coverage),
    router: () => fakeRouter(world, run, point),
    shell: {
      run: async (command, _onLine, signal) => {
        signal?.throwIfAborted()
        const color = COLORS.find((one) => one === command.env?.CHANGEOVER_COLOR)
        const exitCode = await point('probe', color ?? '', {
          effect: () => {
            const good = world.content[color ?? 'in_place']?.complete === true
            run.isSure = false
            run.verified ||= good
            return good ? 0 : 1
          },
          refused: () => new BadAnswer(),
          signal,
          cancelled: () => new BadAnswer('cancelled'),
        }).catch((error: unknown) => {
          if (error instanceof BadAnswer) return error.ended === 'cancelled' ? null : 1
          throw error
        })
        const ended = exitCode === null ? ('cancelled' as const) : ('exited' as const)
        return { exitCode, ended, durationMs: 0, tail: [] }
      },
    },
    runCommand: async (title, _command, { phase, color, release, operation }, signal) => {
      signal?.throwIfAborted()
      const failed = (code: CommandFailed['code']) => () => new CommandFailed(code, title, 1, [])
      const how = { refused: failed('command_failed'), signal, cancelled: failed('cancelled') }
      const about = color === undefined ? phase : `${phase} on ${color}`
      const end = await point('command', `begins ${about}`, {
        ...how,
        effect: () => rules.command(world, run, { phase, color, release: release.digest, operation }),
      })
      await point('command', `ends ${about}`, {
        ...how,
        effect: () => {
          run.isSure = false
          end()
        },
      })
    },
    clock: {
      now: () => new Date(world.now),
      sleep: (ms, signal) => {
        const due = world.now + ms
        return point('sleep', `${ms} ms`, {
          effect: () => {
            world.now = Math.max(world.now, due)
            run.saw = undefined
            run.isSure = false
          },
          suffer: () => {
            if (world.shape.monitor) run.failedRequests++
          },
          signal,
        })
      },
    },
    log: silentLog,
    owner: run.owner,
    liveness: async (owner) => world.liveness(run.request.machine, owner),
    processEnv: {},
    monitor: () => fakeMonitor(run),
    releasesFolder: '/releases',
    unpacked: {
      has: () => true,
      unpack: (release) => point('unpack', release.document.version, { effect: () => {} }),
      keepOnly: async () => {},
    },
  }
}

type MakePoint = <T>(what: Call['what'], about: string, how: Point<T>) => Promise<T>

class BadAnswer extends Error {
  constructor(readonly ended: 'exited' | 'cancelled' = 'exited') {
    super(ended)
  }
}

function isAnswer(error: unknown): boolean {
  return error instanceof LedgerError || error instanceof RouterError || error instanceof CommandFailed
}

/** Compare-and-swap, as Git does it. */
function fakeLedger(
  world: World,
  run: Run,
  rules: Rules,
  point: MakePoint,
  coverage: Coverage,
): Ports['ledger'] {
  const versions = new WeakMap<State, number>()
  const unreachable = () => new LedgerError('ledger_unreachable', 'the ledger is away', '')
  return {
    place: 'memory',
    read: () => {
      run.isSure = true // also when there is no answer: it has asked
      return point('read', '', {
        effect: () => {
          const state = { ...world.ledger }
          versions.set(state, world.version)
          run.begunWith ??= { state, now: world.now }
          return state
        },
        refused: unreachable,
      })
    },
    record: (previous, next, why) =>
      point('record', why, {
        effect: () => {
          if (versions.get(previous) !== world.version) {
            run.refused = true
            throw new LedgerError('ledger_moved', 'the ledger moved', '')
          }
          const recorded = { ...next, serial: previous.serial + 1 }
          rules.record(world, run, recorded)
          coverage.recorded(run, world.ledger, recorded)
          run.records++
          run.saw = undefined
          run.isSure = true
          world.ledger = recorded
          versions.set(recorded, ++world.version)
          return recorded
        },
        lost: unreachable,
        refused: unreachable,
      }),
  }
}

/** A router of several nodes, which are shifted one after another. */
function fakeRouter(world: World, run: Run, point: MakePoint): Router {
  const unreachable = () => new RouterError('router_unreachable', 'node', 'it does not answer')
  const failed = () => new RouterError('shift_failed', 'node', 'its answer was lost')
  const set = (index: number, to: Color | 'none', isFirst = false) =>
    point('set_node', `${index} to ${to}`, {
      effect: () => {
        if (isFirst) checkSure(run)
        checkNode(world, run, to)
        world.nodes[index] = to
        run.trafficAfter = world.traffic
        return true
      },
      lie: true,
      lost: failed,
      refused: failed,
    })
  return {
    current: () =>
      point('ask_router', '', {
        effect: () => {
          run.saw = world.traffic
          return world.traffic
        },
        refused: unreachable,
      }),
    nodes: async () => [], // for people alone: no operation asks it
    check: (color) =>
      point('check', color, {
        effect: () => {},
        refused: () => new RouterError('target_unhealthy', 'node', `${color} is down`),
      }),
    async shiftTo(color) {
      const before = [...world.nodes]
      run.shifting = true
      try {
        for (const index of before.keys()) await set(index, color, index === 0)
        await point('shifted', color, { effect: () => {}, lost: failed })
      } catch (error) {
        for (const [index, was] of before.entries()) await set(index, was).catch(() => {})
        throw error
      } finally {
        run.shifting = false
      }
    },
  }
}
