import { deploy } from '../../../src/changeover/deploy.js'
import type { OperationResult } from '../../../src/changeover/result.js'
import { rollback } from '../../../src/changeover/rollback.js'
import { COLORS } from '../../../src/drivers/color.js'
import { Cancelled } from '../../../src/platform/errors.js'
import type { Choices } from './choices.js'
import type { Coverage } from './coverage.js'
import { fakePorts } from './fake-ports.js'
import { checkRest } from './invariants.js'
import { releaseOf, settingsOf } from './releases.js'
import { checkResult } from './results.js'
import { type Call, hold, type Request, Run, type Shape, World } from './world.js'

const STEPS = 600
/** How calls go: well, or as the faults say. In the order of {@link Fate}. */
const FATES = [0.92, 0.014, 0.014, 0.024, 0.018, 0.005, 0.002, 0.003, 0.002]
type Fate =
  | 'well'
  | 'die before'
  | 'die after'
  | 'lose'
  | 'refuse'
  | 'cancel'
  | 'by hand'
  | 'a day goes by'
  | 'lie'
const FATE: readonly Fate[] = [
  'well',
  'die before',
  'die after',
  'lose',
  'refuse',
  'cancel',
  'by hand',
  'a day goes by',
  'lie',
]

const pasts = new Map<string, World['past']>()

/** One scenario: some runs that meet each other and every fault, and then one that must set everything right. */
export class Scenario {
  readonly world: World
  private violation: unknown
  private current: Run | undefined

  constructor(
    private readonly choices: Choices,
    private readonly coverage: Coverage,
  ) {
    coverage.reset()
    const shape: Shape = {
      nodes: choices.among(2, 1, 3),
      expand: choices.happens(0.5),
      contract: choices.happens(0.6),
      retire: choices.happens(0.7),
      witness: choices.happens(0.5),
      gates: choices.happens(0.3),
      rolling: choices.happens(0.4),
    }
    this.world = new World(shape)
  }

  /** @throws Violation */
  async play(): Promise<void> {
    await this.before(['A', 'B'].slice(0, this.choices.among(1, 2, 0, 1)))
    const requests = Array.from({ length: this.choices.among(1, 2, 3, 4) }, () => this.request())
    await this.together(requests)
    for (const run of this.world.runs) {
      if (run.state !== 'running') continue
      if (this.world.late !== undefined) this.world.faultsSinceLate++
      this.die(run, 'died before')
    }
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
        await this.alone({ kind: 'deploy', version, until: 'switched', takeOver: true, machine: 'here' })
      }
      pasts.set(key, world.past)
      world.goOnFrom(world.past)
    }
    world.story.length = 0
    world.tell(`before: ${versions.join(', then ') || 'nothing'} became live; ${JSON.stringify(world.shape)}`)
  }

  private request(): Request {
    const { choices } = this
    const kind = choices.happens(0.3) ? ('rollback' as const) : ('deploy' as const)
    const version =
      kind === 'deploy'
        ? choices.among('B', 'B', 'A', 'C')
        : choices.among(undefined, undefined, undefined, 'A', 'B', 'C')
    return {
      kind,
      version,
      until: choices.among('switched', 'switched', 'finalized', 'finalized', 'verified'),
      takeOver: choices.happens(0.5),
      machine: choices.among('here', 'here', 'there'),
    }
  }

  /** The runs begin one after another, and from then on the scheduler decides who goes on, and how. */
  private async together(requests: Request[]): Promise<void> {
    for (let step = 0; step < STEPS; step++) {
      await this.settle()
      const ready = this.world.runs.filter((run) => run.state === 'running' && run.pending.size > 0)
      if (requests.length > 0 && (ready.length === 0 || this.choices.happens(0.05))) {
        const next = requests.shift()
        if (next) this.start(next)
        continue
      }
      if (ready.length === 0) return
      const run = this.choose(ready)
      const [call, ...others] = run.pending
      if (call) this.decide(run, others.length > 0 ? this.choices.among(call, ...others) : call)
    }
  }

  /** Who goes on: mostly the one that did, sometimes another, and sometimes the first then stands still for long. */
  private choose(ready: Run[]): Run {
    const awake = ready.filter((run) => !run.frozen)
    const able = awake.length > 0 ? awake : ready
    const [first = able[0], ...rest] = able.toSorted(
      (a, b) => Number(b === this.current) - Number(a === this.current),
    )
    if (!first) throw new Error('nobody is ready')
    const run =
      rest.length > 0 && this.choices.happens(0.12) ? this.choices.among(rest[0] ?? first, ...rest) : first
    if (run !== first && this.choices.happens(0.6)) {
      first.frozen = true
      this.world.tell(`${first.name} stands still`)
    }
    this.current = run
    return run
  }

  private decide(run: Run, call: Call): void {
    const { world } = this
    const fate = FATE[this.choices.index(FATES)] ?? 'well'
    const about = `run ${run.number}: ${call.what} ${call.about}`
    if (fate !== 'well' && fate !== 'by hand' && fate !== 'a day goes by') world.tell(`${about}: ${fate}`)
    else world.tell(about)
    const plain = call.proceed
    const { lose = plain, lie = plain, refuse = plain } = call
    if (fate === 'die before') this.die(run, 'died before')
    if (fate === 'die after') {
      call.effect()
      this.die(run, 'died after')
    }
    if (fate === 'lose') {
      lose()
      run.lostReply = true
    }
    if (fate === 'refuse') refuse()
    if (fate === 'lie') lie()
    if (fate === 'cancel') run.cancel.abort(new Cancelled('SIGINT'))
    if (fate === 'a day goes by') world.now += 25 * 3600_000
    if (fate === 'by hand') this.byHand()
    if (fate === 'well' || fate === 'by hand' || fate === 'a day goes by') plain()
    if (world.late !== undefined && fate !== 'well' && fate !== 'a day goes by') world.faultsSinceLate++
  }

  private byHand(): void {
    const { world } = this
    if (world.ledger.live === null) return
    const node = this.choices.among(...([0, 1, 2] as const))
    if (node >= world.nodes.length) return
    world.nodes[node] = this.choices.among(...(COLORS as ['blue', 'green']))
    world.excuse ??= 'moved by hand'
    world.tell(`somebody moves node ${node} to ${world.nodes[node]} by hand`)
  }

  private die(run: Run, moment: 'died before' | 'died after'): void {
    run.state = 'crashed'
    run.pending.clear()
    this.coverage.left(this.world, run, moment)
  }

  /** Begin a run, which then waits for its first call to be decided. */
  private start(request: Request): Run {
    const { world } = this
    const run = new Run(world.runs.length, request)
    world.runs.push(run)
    world.tell(`${run.name} begins`)
    const ended = (result: OperationResult) => {
      if (run.state === 'crashed') return
      run.state = 'ended'
      run.result = result
      world.tell(`run ${run.number} ends: ${result.outcome} (${result.reason}) ${result.message}`)
      for (const other of world.runs) other.frozen = false
      if (run.lostReply) this.coverage.left(world, run, 'lost reply')
      checkResult(world, run)
    }
    this.act(run)
      .then(ended)
      .catch((error: unknown) => this.violated(error))
    return run
  }

  private async act(run: Run): Promise<OperationResult> {
    const { kind, version, until, takeOver } = run.request
    const ports = fakePorts(this.world, run, (error) => this.violated(error), this.coverage)
    const { signal } = run.cancel
    const environment = 'production'
    if (kind === 'rollback') {
      return rollback({ environment, to: version, release: undefined, takeOver }, ports, signal)
    }
    const settings = settingsOf(this.world.shape)
    const release = releaseOf(version ?? 'A', settings)
    return deploy({ environment, settings, release, until, takeOver }, ports, signal)
  }

  /** A run to which nothing happens. */
  private async alone(request: Request): Promise<OperationResult> {
    const run = this.start(request)
    for (let step = 0; step < STEPS; step++) {
      await this.settle()
      const [call] = run.pending
      if (run.result || !call) break
      this.world.tell(`run ${run.number}: ${call.what} ${call.about}`)
      call.proceed()
    }
    hold(run.result !== undefined, `${run.name} ends`)
    return run.result
  }

  /** Everything that can happen until nothing more happens by itself. */
  private async settle(): Promise<void> {
    await new Promise(setImmediate)
    if (this.violation) throw this.violation
    checkRest(this.world)
  }

  private violated(error: unknown): void {
    this.violation ??= error
  }

  /** All faults have stopped: what one run after another then says and does must set everything right. */
  private async converge(): Promise<void> {
    const { world } = this
    world.tell('all faults stop')
    this.excuseWhatNobodyCanKnow()
    const again = { until: 'switched', takeOver: true, machine: 'here' } as const
    const unfinished = world.ledger.operation
    const kind = this.choices.among('deploy' as const, 'rollback' as const)
    const own = unfinished?.kind === 'deploy' ? unfinished.release.version : 'A'
    const version = kind === 'deploy' ? this.choices.among(own, own, 'A', 'B', 'C') : undefined
    await this.mended({ kind, version, ...again })
    const left = world.ledger.operation
    if ((left && left.owner !== null) || world.excuse !== undefined) {
      hold(kind === 'rollback', 'a deploy leaves nothing unfinished')
      await this.mended({ kind: 'deploy', version: left?.release.version ?? 'A', ...again })
    }
    const { ledger, users } = world
    hold(ledger.operation === null || ledger.operation.owner === null, 'nothing is unfinished')
    hold(users === (ledger.live ?? 'none'), `users are on ${users}, and the ledger says ${ledger.live}`)
  }

  /** A run that was taken over while it lived moved users, and then it, or who has the operation, died or could not ask. */
  private excuseWhatNobodyCanKnow(): void {
    const { world } = this
    if (world.late === undefined) return
    if (world.faultsSinceLate > 0) world.excuse ??= world.late
    world.late = undefined
  }

  /** A run that must end well, or say why it cannot. Where that is the router's state, a person sets it right first. */
  private async mended(request: Request): Promise<void> {
    const { world } = this
    const result = await this.alone(request)
    const said = `at last, ${request.kind} ${request.version ?? ''}: ${result.outcome} (${result.reason}) ${result.message}`
    if (
      result.reason === 'router_disagrees' ||
      (world.excuse !== undefined && result.outcome === 'aborted')
    ) {
      hold(world.excuse !== undefined, said)
      world.tell(`a person sets the router to ${world.ledger.live}`)
      world.nodes.fill(world.ledger.live ?? 'none')
      world.excuse = undefined
      return this.mended(request)
    }
    const good = { deploy: ['promoted', 'unchanged'], rollback: ['restored', 'unchanged', 'refused'] }
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
  }
}
