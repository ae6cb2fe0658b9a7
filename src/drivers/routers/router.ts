import type { RouterSettings } from '../../../generated/manifest.js'
import type { Variables } from '../../manifest/values.js'
import type { Color } from '../color.js'

/** Where a router sends traffic. `split`: its nodes or services disagree; `none`: it sends traffic nowhere yet. */
export type RouterState = Color | 'split' | 'none'

/** Where one node of a router sends traffic. */
export interface NodeState {
  /** Its address; a router without nodes has one, named after itself. */
  node: string
  /** `null` when the node does not tell. */
  current: RouterState | null
  /** Where each service leads: a backend, or a color. Empty when the node does not tell services apart. */
  services: Record<string, string>
  /** A stable code and the reason; `null` when the node answered. */
  error: string | null
}

/** Requests that each color has answered since its counters were last reset, by the router's own count. */
export type Arrivals = Record<Color, number>

/** Decides which color gets the traffic. */
export interface Router {
  /** Ask every node where it sends traffic now. Never answered from memory. @throws RouterError */
  current(): Promise<RouterState>
  /**
   * The same for each node, in the order of the settings, for people and reports. A node that does not answer, or not
   * in a way that can be understood, has an `error`; this never rejects because of a node.
   */
  nodes(): Promise<NodeState[]>
  /**
   * Make sure that every node can be shifted to `color`, and that its servers there are healthy. Changes nothing.
   *
   * @throws RouterError
   */
  check(color: Color): Promise<void>
  /**
   * Send all new traffic to `color`, on every node or on none: when a node fails, those that were shifted are put back.
   *
   * @throws RouterError
   */
  shiftTo(color: Color): Promise<void>
  /** Count the requests that arrived at each color. A router without such counters leaves it out. @throws RouterError */
  arrivals?(): Promise<Arrivals>
}

/** Makes the driver of a router whose addresses are expanded. Its commands get the variables. */
export type MakeRouter = (settings: RouterSettings, variables: Variables) => Router

/** A router did not do what it was asked for. `code` is stable, and becomes the reason of the outcome. */
export class RouterError extends Error {
  readonly code:
    | 'router_unreachable'
    | 'router_refused'
    | 'router_misconfigured'
    | 'target_unhealthy'
    | 'shift_failed'
  /** The node or service that failed. */
  readonly node: string
  readonly remedy: string | undefined

  constructor(
    code: RouterError['code'],
    node: string,
    message: string,
    options: { remedy?: string; cause?: unknown } = {},
  ) {
    super(`${node}: ${message}`, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'RouterError'
    this.code = code
    this.node = node
    this.remedy = options.remedy
  }
}
