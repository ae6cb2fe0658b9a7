import type { Color } from '../color.js'

/** What the router does with users at this moment. `split`: not all of them reach the same color; `none`: it sends nobody anywhere yet. */
export type Current = Color | 'split' | 'none'

/** Where one node sends users at this moment. */
export interface NodeTruth {
  /** Its address; a router without nodes has one, named after itself. */
  node: string
  /** `null` when it could not be told. */
  current: Current | null
  /** What each service leads to: a backend, or a color. Empty when the node says nothing of services. */
  services: Record<string, string>
  /** A stable code and why; `null` when all went well. */
  error: string | null
}

/** Decides which color gets the users' traffic. */
export interface Router {
  /** Ask every node what is true now. Never from memory. */
  current(): Promise<Current>
  /**
   * The same for each node by itself, in the order of the settings, for people and reports. A node that does not answer in
   * time, or not in a way that can be understood, says so in its `error`: this never rejects for the state of a node.
   */
  nodes(): Promise<NodeTruth[]>
  /**
   * Send all new traffic to `color`, on every node or on none: when a node refuses, those already shifted are put back.
   *
   * @throws RouterError
   */
  shiftTo(color: Color): Promise<void>
  /**
   * Make sure, without changing anything, that every node can be shifted to `color` and that its targets there are healthy.
   *
   * @throws RouterError
   */
  check(color: Color): Promise<void>
}

/** Why a router could not do what it was asked. `code` is stable and becomes the outcome's reason. */
export class RouterError extends Error {
  readonly code:
    | 'router_unreachable'
    | 'router_refused'
    | 'router_misconfigured'
    | 'target_unhealthy'
    | 'shift_failed'
  /** The node or service it is about. */
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
