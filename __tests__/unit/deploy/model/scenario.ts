import type { State } from '../../../../src/deploy/ledger/state.js'
import type { Choices } from './choices.js'
import { checkCommand } from './commands.js'
import type { Coverage } from './coverage.js'
import { IN_PLACE } from './in-place-rules.js'
import { checkRecord, checkRest } from './invariants.js'
import { checkResult } from './results.js'
import { Scheduler } from './scheduler.js'
import { hold, type Request, type Rules, type Shape, World } from './world.js'

const BLUE_GREEN: Rules = { record: checkRecord, command: checkCommand, result: checkResult, rest: checkRest }

/** What runs do beside deploying; each word is as likely as the others. In place, a rollback is a deploy, and has as many phases. */
const MORE_KINDS: Record<State['strategy'], readonly Request['kind'][]> = {
  blue_green: ['deploy', 'deploy', 'deploy', 'deploy', 'rollback', 'rollback', 'abort', 'abort'],
  in_place: ['deploy', 'rollback', 'rollback', 'abort'],
}

const pasts = new Map<string, World['past']>()

/** One scenario: some runs that meet each other and every fault, and then a run that must repair everything. */
export class Scenario {
  readonly world: World
  private readonly scheduler: Scheduler

  constructor(
    strategy: State['strategy'],
    private readonly choices: Choices,
    coverage: Coverage,
  ) {
    coverage.reset()
    const hasColors = strategy === 'blue_green'
    const shape: Shape = {
      strategy,
      nodes: hasColors ? choices.among(2, 1, 3) : 0,
      expand: hasColors && choices.happens(0.5),
      contract: hasColors && choices.happens(0.6),
      retire: hasColors && choices.happens(0.7),
      monitor: choices.happens(0.5),
      gates: choices.happens(0.3),
      rolling: hasColors && choices.happens(0.4),
    }
    this.world = new World(shape)
    const rules = hasColors ? BLUE_GREEN : IN_PLACE
    this.scheduler = new Scheduler(this.world, choices, coverage, rules)
  }

  /** @throws Violation */
  async play(): Promise<void> {
    const isInPlace = this.world.shape.strategy === 'in_place'
    await this.before(['A', 'B'].slice(0, this.choices.among(1, 2, 0, isInPlace ? 2 : 1)))
    const requests = Array.from({ length: this.choices.among(1, 2, 3, 4) }, () => this.request())
    await this.scheduler.together(requests)
    await this.converge()
  }

  /** Releases that were made live undisturbed: the same in many scenarios, so it is done once for each kind of world. */
  private async before(versions: string[]): Promise<void> {
    const { world } = this
    const key = JSON.stringify([world.shape, versions])
    const past = pasts.get(key)
    if (past) world.goOnFrom(past)
    else {
      for (const version of versions) {
        await this.scheduler.alone({
          kind: 'deploy',
          version,
          until: 'shifted',
          takeOver: true,
          machine: 'here',
        })
      }
      pasts.set(key, world.past)
      world.goOnFrom(world.past)
    }
    world.story.length = 0
    world.tell(`before: ${versions.join(', then ') || 'nothing'} became live; ${JSON.stringify(world.shape)}`)
  }

  private request(): Request {
    const { choices } = this
    const kind = choices.among<Request['kind']>('deploy', ...MORE_KINDS[this.world.shape.strategy])
    const version = {
      deploy: () => choices.among('B', 'B', 'A', 'C'),
      rollback: () => choices.among(undefined, undefined, undefined, 'A', 'B', 'C'),
      abort: () => undefined,
    }[kind]()
    return {
      kind,
      version,
      until: choices.among('shifted', 'shifted', 'finalized', 'finalized', 'verified', 'verified'),
      takeOver: choices.happens(0.5),
      machine: choices.among('here', 'here', 'there'),
      later: choices.happens(0.05),
      ...(kind === 'abort' && { teardown: choices.happens(0.7), expired: choices.happens(0.2) }),
    }
  }

  /** All faults have stopped: the next runs must repair everything. */
  private async converge(): Promise<void> {
    const { world } = this
    world.tell('all faults stop')
    this.excuseTheUnknown()
    const again = { until: 'shifted', takeOver: true, machine: 'here' } as const
    const unfinished = world.ledger.operation
    const kind = this.choices.among<Request['kind']>('deploy', 'deploy', 'rollback', 'abort')
    const own = unfinished?.kind === 'deploy' ? unfinished.release.version : 'A'
    const version = kind === 'deploy' ? this.choices.among(own, own, 'A', 'B', 'C') : undefined
    await this.endWell({ kind, version, ...again, teardown: kind === 'abort' })
    const left = world.ledger.operation
    if ((left && left.owner !== null) || world.excuse !== undefined) {
      hold(kind !== 'deploy', 'a deploy leaves nothing unfinished')
      await this.endWell({ kind: 'deploy', version: left?.release.version ?? 'A', ...again })
    }
    const { ledger, traffic } = world
    hold(ledger.operation === null || ledger.operation.owner === null, 'nothing is unfinished')
    hold(traffic === (ledger.live ?? 'none'), `traffic is on ${traffic}, and the ledger says ${ledger.live}`)
  }

  /** A run that was taken over while it lived shifted traffic, and then it, or the owner of the operation, died or could not ask. */
  private excuseTheUnknown(): void {
    const { world } = this
    if (world.late === undefined) return
    if (world.faultsSinceLate > 0) world.excuse ??= world.late
    world.late = undefined
  }

  /** A run that must end well, or tell why it cannot. When the router disagrees, a person corrects it first. */
  private async endWell(request: Request): Promise<void> {
    const { world } = this
    const result = await this.scheduler.alone(request)
    const said = `at last, ${request.kind} ${request.version ?? ''}: ${result.outcome} (${result.reason}) ${result.message}`
    if (
      result.reason === 'router_disagrees' ||
      (world.excuse !== undefined && result.outcome === 'aborted')
    ) {
      hold(world.excuse !== undefined, said)
      world.tell(`a person sets the router to ${world.ledger.live}`)
      world.nodes.fill(world.ledger.live ?? 'none')
      world.excuse = undefined
      return this.endWell(request)
    }
    if (result.reason === 'deadline_passed') return this.endWell(request) // it was torn down, and is deployed anew
    const good = {
      deploy: ['promoted', 'unchanged'],
      rollback: ['restored', 'unchanged', 'refused'],
      abort: ['aborted', 'unchanged', 'refused'],
    }
    hold(good[request.kind].includes(result.outcome), said)
    if (request.kind === 'deploy') world.excuse = undefined
    const refusals = [
      'nothing_to_roll_back_to',
      'window_closed',
      'contracted',
      'already_live',
      'probe_failed',
    ]
    hold(result.outcome !== 'refused' || refusals.includes(result.reason), said)
    const isOver = request.kind !== 'abort' || result.outcome === 'refused' || world.ledger.operation === null
    hold(isOver, 'after an abort nothing is in flight')
  }
}
