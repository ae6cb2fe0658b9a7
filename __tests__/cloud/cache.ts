import { listens } from './ready.js'
import type { Service } from './service.js'

/** memcached: Keystone's cache, and where middleware keeps validated tokens. */
export const cache: Service = {
  name: 'cache',
  needs: [],
  packages: ['base'],
  processes: () => ['cache'],
  async start(site) {
    const port = site.ports.get('cache')
    await site.serve('cache', {
      command: 'memcached',
      args: ['-u', site.user, '-l', '127.0.0.1', '-p', `${port}`, '-U', '0', '-m', '64', '-t', '2'],
      port: 'cache',
      ready: () => listens({ port }),
      limitMs: 10_000,
    })
  },
}
