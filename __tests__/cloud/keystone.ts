import { randomBytes } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Color } from '../../src/drivers/color.js'
import { registerIdentity } from './catalog.js'
import { createDatabases, databaseSection } from './database.js'
import { type Ini, iniText, mergeIni } from './ini.js'
import type { Service } from './service.js'
import { instanceName, REGION, type Site } from './site.js'
import { serveWsgi } from './wsgi.js'

/**
 * Keystone, plain or in colors. All instances share the database and the keys, so that a token of one is good on the
 * others; each has a configuration folder and a port of its own.
 */
export const keystone: Service = {
  name: 'keystone',
  needs: ['database', 'cache'],
  packages: ['base', 'keystone'],
  colored: true,
  processes: (color) => [instanceName('keystone', color)],
  async prepare(site, color) {
    await site.state.write(join(configFolder(color), 'keystone.conf'), iniText(configOf(site)))
    await site.once('keystone', () => initialize(site, color))
  },
  async start(site, color) {
    const name = instanceName('keystone', color)
    await serveWsgi(site, name, {
      port: name,
      file: '/usr/bin/keystone-wsgi-public',
      env: {
        OS_KEYSTONE_CONFIG_DIR: join(site.state.root, configFolder(color)),
        OS_KEYSTONE_CONFIG_FILES: 'keystone.conf',
      },
      path: '/v3',
      headers: { 'X-Color': color ?? 'none' },
    })
    await registerIdentity(site)
  },
}

/** Relative to the state folder. */
function configFolder(color: Color | undefined): string {
  return join('etc', instanceName('keystone', color))
}

/** Run keystone-manage with an instance's configuration. Its stderr has a harmless traceback: go by the exit status. */
export async function keystoneManage(
  site: Site,
  color: Color | undefined,
  args: readonly string[],
  options: { env?: Record<string, string>; accept?: readonly number[] } = {},
): Promise<{ exitCode: number; output: string }> {
  const config = join(site.state.root, configFolder(color), 'keystone.conf')
  return site.run('keystone-manage', 'keystone-manage', ['--config-file', config, ...args], options)
}

async function initialize(site: Site, color: Color | undefined): Promise<void> {
  await createDatabases(site, 'keystone')
  await makeKeys(keyFolder(site, 'fernet'))
  await makeKeys(keyFolder(site, 'credential'))
  await keystoneManage(site, color, ['db_sync'])
  const account = ['--bootstrap-username', 'admin', '--bootstrap-project-name', 'admin']
  const rest = ['--bootstrap-role-name', 'admin', '--bootstrap-region-id', REGION]
  // the password comes by the environment: other users can read a command line
  await keystoneManage(site, color, ['bootstrap', ...account, ...rest], {
    env: { OS_BOOTSTRAP_PASSWORD: site.password },
  })
}

/** What `fernet_setup` and `credential_setup` make, without two seconds of Python each: a primary and the next key. */
async function makeKeys(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of ['0', '1']) {
    const key = randomBytes(32).toString('base64').replaceAll('+', '-').replaceAll('/', '_')
    await writeFile(join(folder, name), key, { mode: 0o600 })
  }
}

function keyFolder(site: Site, kind: 'fernet' | 'credential'): string {
  return join(site.state.data, 'keystone', kind)
}

function configOf(site: Site): Ini {
  return mergeIni(
    {
      DEFAULT: { use_stderr: true, transport_url: 'fake://' },
      token: { provider: 'fernet', expiration: 14400 },
      fernet_tokens: { key_repository: keyFolder(site, 'fernet') },
      // receipts of half a login; made with the same keys, as upstream does by default
      fernet_receipts: { key_repository: keyFolder(site, 'fernet') },
      credential: { key_repository: keyFolder(site, 'credential') },
      // bcrypt's cost 4 instead of 12 makes each login 200 ms cheaper
      identity: { password_hash_rounds: 4 },
      // Without it Keystone takes ten times as long. Its price: a role that was granted may take up to ten minutes to
      // appear in that user's assignments.
      cache: {
        enabled: true,
        backend: 'oslo_cache.memcache_pool',
        memcache_servers: `127.0.0.1:${site.ports.get('cache')}`,
      },
      oslo_messaging_notifications: { driver: 'noop' },
    },
    databaseSection(site, 'keystone'),
    site.context.settings.keystone,
  )
}
