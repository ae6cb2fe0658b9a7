import type { RouterSettings } from '../../../generated/manifest.js'
import { UserError } from '../../platform/errors.js'
import { type CommandRouterOptions, commandRouter } from './command.js'
import { haproxyRouter } from './haproxy/router.js'
import { type LocalRouterOptions, localRouter } from './local/router.js'
import type { Router } from './router.js'

export type RouterOptions = LocalRouterOptions & CommandRouterOptions

/**
 * The router that the manifest asks for. Names in its settings are filled in already, but not in its commands.
 *
 * @throws UserError `router_missing`, `bad_socket_address`, `bad_router_map`, `bad_router_address`
 */
export function createRouter(settings: RouterSettings, options: RouterOptions): Router {
  const { timeoutMs } = options
  if (settings.haproxy) return haproxyRouter(settings.haproxy, timeoutMs === undefined ? {} : { timeoutMs })
  if (settings.command) return commandRouter(settings.command, options)
  if (settings.local) return localRouter(settings.local, options)
  throw new UserError('router_missing', 'The environment has no router.', {
    remedy: 'Give it one: router: { haproxy: … }, router: { command: … } or router: { local: … }.',
  })
}
