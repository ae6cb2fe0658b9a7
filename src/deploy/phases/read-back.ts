import type { Color } from '../../drivers/color.js'
import { type Router, RouterError } from '../../drivers/routers/router.js'

/**
 * Send users to a color, and ask whether they are there: what the router says then decides, not its answer to the command.
 *
 * @throws RouterError
 */
export async function shiftAndReadBack(router: Router, to: Color): Promise<void> {
  await router.shiftTo(to)
  const current = await router.current()
  if (current === to) return
  throw new RouterError('shift_failed', 'router', `it was shifted to ${to} but says "${current}"`)
}
