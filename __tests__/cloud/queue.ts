import { join } from 'node:path'
import { listens } from './ready.js'
import type { Service } from './service.js'
import type { Site } from './site.js'

/** RabbitMQ, for the services that talk by RPC. */
export const queue: Service = {
  name: 'queue',
  needs: [],
  packages: ['queue'],
  processes: () => ['queue-names', 'queue'],
  async start(site) {
    const port = site.ports.get('queue')
    const names = { ERL_EPMD_ADDRESS: '127.0.0.1', ERL_EPMD_PORT: `${site.ports.get('queue_names')}` }
    // Erlang's own name server, as one of ours: RabbitMQ would otherwise start one and leave it behind
    await site.serve('queue-names', {
      command: 'epmd',
      args: ['-port', names.ERL_EPMD_PORT, '-address', names.ERL_EPMD_ADDRESS],
      env: names,
      port: 'queue_names',
      ready: () => listens({ port: site.ports.get('queue_names') }),
      limitMs: 10_000,
    })
    const plugins = await site.state.write('etc/queue/enabled_plugins', '[].\n')
    const config = await site.state.write('etc/queue/rabbitmq.conf', configOf(site))
    await site.serve('queue', {
      // Debian's wrapper in /usr/sbin insists on changing the user
      command: '/usr/lib/rabbitmq/bin/rabbitmq-server',
      args: [],
      env: {
        ...names,
        RABBITMQ_NODENAME: 'changeover@localhost',
        RABBITMQ_DIST_PORT: `${site.ports.get('queue_distribution')}`,
        RABBITMQ_CONFIG_FILE: config.replace(/\.conf$/, ''),
        RABBITMQ_CONF_ENV_FILE: '/dev/null',
        RABBITMQ_MNESIA_BASE: site.state.folder('data', 'queue'),
        RABBITMQ_LOG_BASE: site.state.log,
        RABBITMQ_ENABLED_PLUGINS_FILE: plugins,
        RABBITMQ_PID_FILE: join(site.state.run, 'queue.pid'),
        RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS:
          '+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}',
      },
      port: 'queue',
      ready: () => listens({ port }),
      limitMs: 60_000,
    })
  },
}

export function queueUrl(site: Site): string {
  return `rabbit://cloud:${site.password}@127.0.0.1:${site.ports.get('queue')}/`
}

function configOf(site: Site): string {
  return `listeners.tcp.1 = 127.0.0.1:${site.ports.get('queue')}
default_user = cloud
default_pass = ${site.password}
loopback_users = none
log.file = false
log.console = true
log.console.level = warning
disk_free_limit.absolute = 50MB
vm_memory_high_watermark.absolute = 1GB
`
}
