import { register } from './catalog.js'
import { createDatabases, databaseSection, sql, startMoment } from './database.js'
import { type Ini, iniText, mergeIni } from './ini.js'
import { credentials, serviceIni } from './oslo.js'
import type { Service } from './service.js'
import type { Site } from './site.js'
import { serveWsgi } from './wsgi.js'

/** The one in /etc is for Nova's own user. */
const PASTE = '/usr/share/nova-common/api-paste.ini'

/** Nova with its fake driver: servers become ACTIVE, and nothing is virtualized. */
export const nova: Service = {
  name: 'nova',
  needs: ['database', 'cache', 'queue', 'keystone', 'placement', 'glance', 'neutron'],
  packages: ['base', 'nova'],
  processes: () => ['nova-api', 'nova-conductor', 'nova-scheduler', 'nova-compute'],
  async prepare(site) {
    const common = configOf(site)
    const databases = [databaseSection(site, 'nova'), databaseSection(site, 'nova_api', 'api_database')]
    const full = mergeIni(common, ...databases, site.context.settings.nova)
    const config = await site.state.write('etc/nova/nova.conf', iniText(full))
    // nova-compute must not see the databases
    const { database: _, ...compute } = mergeIni(common, site.context.settings.nova)
    await site.state.write('etc/nova-compute/nova.conf', iniText(compute))
    await site.once('nova', () => initialize(site, config))
  },
  async start(site) {
    await register(site, { name: 'nova', type: 'compute', url: site.url('nova'), path: '/v2.1' })
    const api = serveWsgi(site, 'nova-api', {
      port: 'nova',
      file: '/usr/bin/nova-api-wsgi',
      env: {
        OS_NOVA_CONFIG_DIR: site.state.folder('etc', 'nova'),
        OS_NOVA_CONFIG_FILES: `${PASTE};nova.conf`,
      },
      processes: 2,
      threads: 1,
      path: '/',
    })
    const agents = ['nova-conductor', 'nova-scheduler', 'nova-compute'].map((name) => startAgent(site, name))
    await Promise.all([api, ...agents])
  },
}

async function initialize(site: Site, config: string): Promise<void> {
  await createDatabases(site, 'nova_api', 'nova_cell0', 'nova')
  const manage = (...args: string[]) =>
    site.run('nova-manage', 'nova-manage', ['--config-file', config, ...args])
  await manage('api_db', 'sync')
  await manage('cell_v2', 'map_cell0')
  await manage('db', 'sync')
  await manage('cell_v2', 'create_cell', '--name=cell1')
}

/**
 * An agent is ready when it has reported to Nova's database, which the scheduler goes by; nova-compute when its host is
 * mapped to the cell too.
 */
async function startAgent(site: Site, name: string): Promise<void> {
  const folder = name === 'nova-compute' ? 'nova-compute' : 'nova'
  const reported = (since: string) => `SET time_zone = '+00:00'; SELECT COUNT(*) FROM nova.services
    WHERE \`binary\` = '${name}' AND deleted = 0 AND (created_at >= ${since} OR updated_at >= ${since})`
  const mapped = 'SELECT COUNT(*) FROM nova_api.host_mappings'
  await site.serve(name, {
    command: name,
    args: ['--config-file', `${site.state.folder('etc', folder)}/nova.conf`],
    ready: async () =>
      Number(await sql(site, reported(startMoment(site, name)))) > 0 &&
      (name !== 'nova-compute' || Number(await sql(site, mapped)) > 0),
    pollMs: 500,
    limitMs: 120_000,
  })
}

function configOf(site: Site): Ini {
  const login = credentials(site, 'nova')
  return mergeIni(serviceIni(site, 'nova'), {
    DEFAULT: {
      my_ip: '127.0.0.1',
      compute_driver: 'fake.FakeDriver',
      enabled_apis: 'osapi_compute',
      instances_path: site.state.folder('data', 'nova', 'instances'),
      // periodic tasks begin at once, not after up to a minute
      periodic_fuzzy_delay: 0,
    },
    wsgi: { api_paste_config: PASTE },
    conductor: { workers: 1 },
    scheduler: { workers: 1, discover_hosts_in_cells_interval: 3 },
    vnc: { enabled: false },
    placement: login,
    neutron: login,
    glance: login,
    service_user: { ...login, send_service_user_token: true },
  })
}
