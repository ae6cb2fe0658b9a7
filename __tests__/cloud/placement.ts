import { register } from './catalog.js'
import { createDatabases } from './database.js'
import { iniText, mergeIni } from './ini.js'
import { serviceIni } from './oslo.js'
import type { Service } from './service.js'
import { serveWsgi } from './wsgi.js'

export const placement: Service = {
  name: 'placement',
  needs: ['database', 'cache', 'keystone'],
  packages: ['base', 'placement'],
  processes: () => ['placement'],
  async prepare(site) {
    const ini = mergeIni(
      serviceIni(site, 'placement', { database: 'placement_database' }),
      { api: { auth_strategy: 'keystone' } },
      site.context.settings.placement,
    )
    const config = await site.state.write('etc/placement/placement.conf', iniText(ini))
    await site.once('placement', async () => {
      await createDatabases(site, 'placement')
      await site.run('placement-manage', 'placement-manage', ['--config-file', config, 'db', 'sync'])
    })
  },
  async start(site) {
    await register(site, { name: 'placement', type: 'placement', url: site.url('placement') })
    await serveWsgi(site, 'placement', {
      port: 'placement',
      file: '/usr/bin/placement-api',
      env: { OS_PLACEMENT_CONFIG_DIR: site.state.folder('etc', 'placement') },
      path: '/',
    })
  },
}
