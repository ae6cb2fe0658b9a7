import type { Liveness } from '../../../../src/deploy/lease/owner.js'
import { emptyState, type Owner, type State } from '../../../../src/deploy/ledger/state.js'
import type { OperationResult } from '../../../../src/deploy/operations/result.js'
import type { Color } from '../../../../src/drivers/color.js'

/** What an environment of the model has. */
export interface Shape {
  strategy: State['strategy']
  nodes: number
  expand: boolean
  contract: boolean
  retire: boolean
  monitor: boolean
  gates: boolean
  rolling: boolean
}

export interface Request {
  kind: 'deploy' | 'rollback' | 'abort'
  /** The release of a deploy; the version that a rollback asks for. */
  version: string | undefined
  until: 'verified' | 'shifted' | 'finalized'
  takeOver: boolean
  /** Two runs on one machine can see of each other whether they are dead. */
  machine: string
  /** It begins a day after what was before it. */
  later?: boolean
  /** Of an abort: whether a color is torn down, and whether only an expired operation is aborted. */
  teardown?: boolean
  expired?: boolean
}

/** What must hold, always, in one kind of environment. */
export interface Rules {
  /** A record is about to count. */
  record(world: World, run: Run, next: State): void
  /** A command begins. @returns what is true when it has ended well */
  command(world: World, run: Run, about: AboutCommand): () => void
  /** A run has ended. */
  result(world: World, run: Run): void
  /** Between two steps. */
  rest(world: World): void
}

export interface AboutCommand {
  phase: string
  color: string | undefined
  release: string
  operation: string
}

/** A call to the outside that a run waits for. */
export interface Call {
  what:
    | 'read'
    | 'record'
    | 'ask_router'
    | 'check'
    | 'set_node'
    | 'shifted'
    | 'command'
    | 'probe'
    | 'sleep'
    | 'unpack'
  about: string
  /** Have the effect, and answer. */
  proceed(): void
  /** Have the effect, if it comes to one, and never answer. */
  effect(): void
  /** Have the effect, and answer with an error. Not every call can. */
  lose?: () => void
  /** Answer well, without the effect. */
  lie?: () => void
  /** Answer with an error. */
  refuse?: () => void
}

/** One process that deploys, rolls back or aborts. */
export class Run {
  state: 'running' | 'ended' | 'crashed' = 'running'
  readonly pending = new Set<Call>()
  readonly cancel = new AbortController()
  readonly owner: Owner
  result: OperationResult | undefined
  /** Its last record was refused: another run moved the ledger. */
  refused = false
  /** It lives, and another run was told to take its operation over. */
  usurped = false
  /** It is between the first and the last node. */
  shifting = false
  /** A probe of the color has said yes since the claim. */
  verified = false
  /** What the router said to it last, since it last slept or made a record. */
  saw: string | undefined
  /** It has asked the ledger, or made a record, since it last waited for anything that takes long. */
  isSure = false
  /** What it read first, and when. */
  begunWith: { state: State; now: number } | undefined
  /** How many records it has made. */
  records = 0
  /** The operation that it aborts, and whose traffic it has shifted back. */
  tookBack: string | undefined
  /** It has torn a color down that never was promoted. */
  toreDown = false
  /** It has begun the deploy command. */
  hasChanged = false
  /** Of its monitor, whose budget is none. */
  failedRequests = 0
  /** The same when it began its bake. */
  failedBefore = 0
  /** Stands still until another run has ended. */
  frozen = false
  /** What it has ended in the ledger, in order. */
  readonly ended: string[] = []
  /** Where traffic was before this run first shifted it, since it last ended another run's operation. */
  trafficBefore: string | undefined
  /** Where traffic was after it last shifted it. */
  trafficAfter: string | undefined
  /** An answer to it was lost. */
  lostReply = false

  constructor(
    readonly number: number,
    readonly request: Request,
  ) {
    const { machine } = request
    this.owner = { host: machine, machine: null, pid: number, started: 1, run: null, name: `run ${number}` }
  }

  get name(): string {
    const { kind, version, until, takeOver, machine, teardown, expired } = this.request
    const asked = [expired && ' what has expired', teardown && ' with teardown'].filter(Boolean).join()
    const how = kind === 'deploy' ? ` until ${until}` : asked
    return `run ${this.number} (${kind} ${version ?? ''}${how}${takeOver ? ', take over' : ''}, on ${machine})`
  }
}

type Past = Pick<World, 'ledger' | 'version' | 'nodes' | 'content' | 'expanded' | 'now'>

/** Everything outside the runs: what the ledger, the router and the colors really are. */
export class World {
  ledger: State
  /** How often the ledger was written, also by other means than it knows. */
  version = 0
  nodes: (Color | 'none')[]
  /** What the deploy command has brought to each color, or to where there is none, and whether it has ended. */
  content: Record<Color | 'in_place', { release: string; complete: boolean } | null> = {
    ...{ blue: null, green: null, in_place: null },
  }
  /** Colors of which a contract command has begun to take the schema away. */
  readonly contracted = new Set<Color>()
  expanded = new Set<string>()
  /** Operations that a person asked to be made final. */
  readonly finalAsked = new Set<string>()
  /** In place: operations whose deploy command has begun. */
  readonly changedBy = new Set<string>()
  readonly runs: Run[] = []
  now = Date.parse('2026-01-01T00:00:00Z')
  /** Why traffic may be elsewhere than the ledger says: the router was changed by hand, or a run reported a failure. */
  excuse: string | undefined
  /** A run that was taken over while it lived did something afterwards. */
  late: string | undefined
  /** Faults since then. */
  faultsSinceLate = 0
  readonly story: string[] = []

  constructor(readonly shape: Shape) {
    this.ledger = emptyState('production', shape.strategy)
    this.nodes = Array.from({ length: shape.nodes }, () => 'none')
  }

  /** What runs that nothing happened to have left behind. */
  get past(): Past {
    const { ledger, version, nodes, content, expanded, now } = this
    return structuredClone({ ledger, version, nodes, content, expanded, now })
  }

  /** Begin where others ended. */
  goOnFrom(past: Past): void {
    Object.assign(this, structuredClone(past))
    this.runs.length = 0
  }

  tell(line: string): void {
    this.story.push(line)
  }

  /** Where traffic is, all nodes together. */
  get traffic(): Color | 'none' | 'split' {
    const [first = 'none', ...others] = this.nodes
    return others.every((node) => node === first) ? first : 'split'
  }

  runOf(owner: Owner | null): Run | undefined {
    return owner ? this.runs[owner.pid] : undefined
  }

  /** What a run on `machine` can know of another one. */
  liveness(machine: string, owner: Owner): Liveness {
    if (owner.host !== machine) return { state: 'unknown', why: 'it is elsewhere' }
    const state = this.runOf(owner)?.state === 'running' ? 'alive' : 'dead'
    return { state, why: 'the model knows' }
  }
}

/** What must always hold does not. */
export class Violation extends Error {}

export function hold(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Violation(what)
}
