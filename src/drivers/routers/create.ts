import type { RouterSettings } from '../../../generated/manifest.js'
import { UserError } from '../../platform/errors.js'
import { type CommandRouterOptions, commandRouter } from './command.js'
import { haproxyRouter } from './haproxy/router.js'
import { type LocalRouterOptions, localRouter } from './local/router.js'
import type { Router } from './router.js'

export type RouterOptions = LocalRouterOptions & CommandRouterOptions

/** A driver for each router of the manifest's schema. A new one does not compile before it has a driver here. */
const DRIVERS: {
  [Kind in keyof Required<RouterSettings>]: (
    settings: NonNullable<RouterSettings[Kind]>,
    options: RouterOptions,
  ) => Router
} = {
  haproxy: (settings, { timeoutMs }) => haproxyRouter(settings, timeoutMs === undefined ? {} : { timeoutMs }),
  command: commandRouter,
  local: localRouter,
}

/**
 * The router that the manifest asks for. Its settings are expanded already, except for its commands.
 *
 * @throws UserError `router_missing`, `bad_socket_address`, `bad_router_map`, `bad_router_address`
 */
export function createRouter(settings: RouterSettings, options: RouterOptions): Router {
  const kinds = Object.keys(DRIVERS) as (keyof RouterSettings)[]
  for (const kind of kinds) {
    const router = createOne(kind, settings, options)
    if (router) return router
  }
  throw new UserError('router_missing', 'The environment has no router.', {
    remedy: 'Add one: router: { haproxy: … }, router: { command: … } or router: { local: … }.',
  })
}

function createOne<Kind extends keyof RouterSettings>(
  kind: Kind,
  settings: RouterSettings,
  options: RouterOptions,
): Router | undefined {
  const own = settings[kind]
  return own && DRIVERS[kind](own, options)
}
