import type { Color } from '../color.js'

/** What the router does with users at this moment. `split`: not all of them reach the same color; `none`: it sends nobody anywhere yet. */
export type Current = Color | 'split' | 'none'

/** Decides which color gets the users' traffic. */
export interface Router {
  /** Ask every node what is true now. Never from memory. */
  current(): Promise<Current>
  /**
   * Send all new traffic to `color`, on every node or on none: when a node refuses, those already switched are put back.
   *
   * @throws RouterError
   */
  switchTo(color: Color): Promise<void>
  /**
   * Make sure, without changing anything, that every node can be switched to `color` and that its targets there are healthy.
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
    | 'switch_failed'
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
