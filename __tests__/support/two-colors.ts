import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { COLORS, type Color } from '../../src/drivers/color.js'
import {
  type NodeState,
  type Router,
  RouterError,
  type RouterState,
} from '../../src/drivers/routers/router.js'
import { until } from './until.js'

/**
 * Two colors behind a router, in memory, with a real live port: what a changeover moves between. Each part can be
 * broken by a test.
 */
export class TwoColors implements Router {
  /** Where the router sends users. */
  sends: RouterState = 'none'
  /** Colors that answer well; the others answer 503. */
  readonly healthy = new Set<Color>(COLORS)
  /** The shifts that were asked for, in their order. */
  readonly shifts: Color[] = []
  /** Run before a shift takes effect; may throw, or move the router itself. */
  onSwitch: (to: Color) => void = () => {}
  onCheck: (to: Color) => void | Promise<void> = () => {}
  /** How many requests the live port has answered. */
  answered = 0
  private readonly server: Server

  private constructor() {
    this.server = createServer((_request, response) => {
      const color = this.sends
      this.answered += 1
      if (color === 'none' || color === 'split') response.writeHead(503).end()
      else response.writeHead(this.healthy.has(color) ? 200 : 503, { 'x-color': color }).end(color)
    })
  }

  static async start(): Promise<TwoColors> {
    const colors = new TwoColors()
    await new Promise<void>((resolve) => colors.server.listen(0, '127.0.0.1', resolve))
    return colors
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  async current(): Promise<RouterState> {
    return this.sends
  }

  /** Until the live port has answered another request. */
  async nextRequest(): Promise<void> {
    const before = this.answered
    await until('the live port answers a request', () => this.answered > before)
  }

  async nodes(): Promise<NodeState[]> {
    return [{ node: 'two colors', current: this.sends, services: {}, error: null }]
  }

  async check(to: Color): Promise<void> {
    await this.onCheck(to)
    if (!this.healthy.has(to)) throw new RouterError('target_unhealthy', 'router', `${to} is down`)
  }

  async shiftTo(to: Color): Promise<void> {
    this.shifts.push(to)
    this.onSwitch(to)
    this.sends = to
  }
}
