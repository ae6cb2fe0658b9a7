import type { OperationResult } from '../../../../src/deploy/operations/result.js'
import { COLORS } from '../../../../src/drivers/color.js'
import { Cancelled } from '../../../../src/platform/errors.js'
import { act } from './act.js'
import type { Choices } from './choices.js'
import type { Coverage } from './coverage.js'
import { type Call, hold, type Request, type Rules, Run, type World } from './world.js'

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

/** Longer than a rollback window, and than the time in which a verified release is to be promoted. */
const DAY_MS = 25 * 3600_000

/** Decides who goes on, and how each call of a run goes. */
export class Scheduler {
  private violation: unknown
  private current: Run | undefined

  constructor(
    private readonly world: World,
    private readonly choices: Choices,
    private readonly coverage: Coverage,
    private readonly rules: Rules,
  ) {}

  /** The runs begin one after another, and from then on the scheduler decides who goes on, and how. */
  async together(requests: Request[]): Promise<void> {
    for (let step = 0; step < STEPS; step++) {
      await this.settle()
      const ready = this.world.runs.filter((run) => run.state === 'running' && run.pending.size > 0)
      if (requests.length > 0 && (ready.length === 0 || this.choices.happens(0.05))) {
        const next = requests.shift()
        if (next) this.start(next)
        continue
      }
      if (ready.length === 0) break
      const run = this.choose(ready)
      const [call, ...others] = run.pending
      if (call) this.decide(run, others.length > 0 ? this.choices.among(call, ...others) : call)
    }
    this.killTheRest()
  }

  /** A run that still works now was too slow. */
  private killTheRest(): void {
    const { world } = this
    for (const run of world.runs) {
      if (run.state !== 'running') continue
      if (world.late !== undefined) world.faultsSinceLate++
      this.die(run, 'died before')
    }
  }

  /** Who goes on: mostly the one that did, sometimes another, and sometimes the first then stands still for long. */
  private choose(ready: Run[]): Run {
    const awake = ready.filter((run) => !run.frozen)
    const able = awake.length > 0 ? awake : ready
    const [first = able[0], ...rest] = able.toSorted(
      (a, b) => Number(b === this.current) - Number(a === this.current),
    )
    if (!first) throw new Error('no run is ready')
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
    if (fate === 'a day goes by') world.now += DAY_MS
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
    world.excuse ??= 'shifted by hand'
    world.tell(`a person shifts node ${node} to ${world.nodes[node]} by hand`)
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
    if (request.later) world.now += DAY_MS
    world.tell(`${run.name} begins${request.later ? ', a day later' : ''}`)
    const ended = (result: OperationResult) => {
      if (run.state === 'crashed') return
      run.state = 'ended'
      run.result = result
      world.tell(`run ${run.number} ends: ${result.outcome} (${result.reason}) ${result.message}`)
      for (const other of world.runs) other.frozen = false
      if (run.lostReply) this.coverage.left(world, run, 'lost reply')
      this.coverage.ended(run, result)
      this.rules.result(world, run)
    }
    act(world, run, this.rules, (error) => this.violated(error), this.coverage)
      .then(ended)
      .catch((error: unknown) => this.violated(error))
    return run
  }

  /** A run to which nothing happens. */
  async alone(request: Request): Promise<OperationResult> {
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
    this.rules.rest(this.world)
  }

  private violated(error: unknown): void {
    this.violation ??= error
  }
}
