import { access, constants } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { UserError } from '../../src/platform/errors.js'
import { makeStackDomain, register } from './catalog.js'
import { createDatabases, sql, startMoment } from './database.js'
import { type Ini, iniText, mergeIni } from './ini.js'
import { credentials, serviceIni } from './oslo.js'
import type { Service } from './service.js'
import { REGION, type Site } from './site.js'
import { serveWsgi } from './wsgi.js'

const PASTE = '/etc/heat/api-paste.ini'
/** The discard port: nothing answers there. */
const NOWHERE = 'http://127.0.0.1:9'

export const heat: Service = {
  name: 'heat',
  needs: ['database', 'cache', 'queue', 'keystone'],
  packages: ['base', 'heat'],
  processes: () => ['heat-api', 'heat-engine'],
  async prepare(site) {
    await checkReadable()
    const config = await site.state.write('etc/heat/heat.conf', iniText(configOf(site)))
    await site.once('heat', async () => {
      await createDatabases(site, 'heat')
      await site.run('heat-manage', 'heat-manage', ['--config-file', config, 'db_sync'])
    })
  },
  async start(site) {
    const path = '/v1/%(tenant_id)s'
    await register(site, { name: 'heat', type: 'orchestration', url: site.url('heat'), path })
    await makeStackDomain(site)
    const config = `${site.state.folder('etc', 'heat')}/heat.conf`
    const engine = site.serve('heat-engine', {
      command: 'heat-engine',
      args: ['--config-file', config],
      ready: () => engineReports(site),
      pollMs: 500,
    })
    const api = serveWsgi(site, 'heat-api', {
      port: 'heat',
      file: '/usr/bin/heat-wsgi-api',
      scriptArgs: `--config-file ${config}`,
      path: '/',
    })
    await Promise.all([engine, api])
  },
}

/** Debian has Heat's pipeline in /etc/heat only, which is closed to other users. */
async function checkReadable(): Promise<void> {
  const user = userInfo().username
  await access(PASTE, constants.R_OK).catch((cause) => {
    throw new UserError('not_readable', `${user} may not read ${PASTE}.`, {
      remedy: 'Run the cloud as root, or open the folder: sudo chmod o+rx /etc/heat',
      cause,
    })
  })
}

/** An engine that takes work writes itself down. */
async function engineReports(site: Site): Promise<boolean> {
  const moment = startMoment(site, 'heat-engine')
  const count = await sql(
    site,
    `SET time_zone = '+00:00'; SELECT COUNT(*) FROM heat.service
     WHERE deleted_at IS NULL AND (created_at >= ${moment} OR updated_at >= ${moment})`,
  )
  return Number(count) > 0
}

function configOf(site: Site): Ini {
  return mergeIni(
    serviceIni(site, 'heat'),
    {
      DEFAULT: {
        region_name_for_services: REGION,
        stack_user_domain_name: 'heat',
        stack_domain_admin: 'heat_domain_admin',
        stack_domain_admin_password: site.password,
        auth_encryption_key: site.password.slice(0, 32),
        // without these Heat looks for its CloudFormation API in the catalog; servers of the fake driver never ask it
        heat_metadata_server_url: NOWHERE,
        heat_waitcondition_server_url: `${NOWHERE}/v1/waitcondition`,
        num_engine_workers: 1,
        environment_dir: '/etc/heat/environment.d',
        template_dir: '/etc/heat/templates',
      },
      paste_deploy: { api_paste_config: PASTE },
      trustee: credentials(site, 'heat'),
      clients: { endpoint_type: 'publicURL' },
      clients_keystone: { auth_uri: site.url(site.frontPort('keystone')) },
    },
    site.context.settings.heat,
  )
}
