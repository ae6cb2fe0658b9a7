import type { RouterSettings } from '../../manifest/manifest.generated.js'
import { UserError } from '../../platform/errors.js'
import { haproxyRouter } from './haproxy.js'
import { type LocalRouterOptions, localRouter } from './local.js'
import type { Router } from './router.js'

/**
 * The router that the manifest asks for. Names in its settings are filled in already.
 *
 * @throws UserError `router_missing`, `bad_socket_address`, `bad_router_map`, `bad_router_address`
 */
export function createRouter(settings: RouterSettings, options: LocalRouterOptions): Router {
  const { timeoutMs } = options
  if (settings.haproxy) return haproxyRouter(settings.haproxy, timeoutMs === undefined ? {} : { timeoutMs })
  if (settings.local) return localRouter(settings.local, options)
  throw new UserError('router_missing', 'The environment has no router.', {
    remedy: 'Give it one: router: { haproxy: … } or router: { local: … }.',
  })
}
