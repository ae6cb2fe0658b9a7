import { readFile } from 'node:fs/promises'
import { register } from './catalog.js'
import { createDatabases } from './database.js'
import { iniText, mergeIni } from './ini.js'
import { serviceIni } from './oslo.js'
import type { Service } from './service.js'
import { instanceName, type Site } from './site.js'
import { serveWsgi } from './wsgi.js'

const PASTE = '/usr/share/glance-common/glance-api-paste.ini'

/** Glance, plain or in colors, which share the database and the images. */
export const glance: Service = {
  name: 'glance',
  needs: ['database', 'cache', 'keystone'],
  packages: ['base', 'glance'],
  colored: true,
  processes: (color) => [instanceName('glance', color)],
  async prepare(site, color) {
    const folder = `etc/${instanceName('glance', color)}`
    const config = await site.state.write(`${folder}/glance-api.conf`, iniText(configOf(site)))
    // Glance looks for it beside its configuration only; the one in /etc is for Glance's own user
    await site.state.write(`${folder}/glance-api-paste.ini`, await readFile(PASTE, 'utf8'))
    await site.once('glance', async () => {
      await createDatabases(site, 'glance')
      await site.run('glance-manage', 'glance-manage', ['--config-file', config, 'db_sync'])
    })
  },
  async start(site, color) {
    const name = instanceName('glance', color)
    await register(site, { name: 'glance', type: 'image', url: site.url(site.frontPort('glance')) })
    await serveWsgi(site, name, {
      port: name,
      file: '/usr/bin/glance-wsgi-api',
      env: { OS_GLANCE_CONFIG_DIR: site.state.folder('etc', name) },
      path: '/healthcheck',
      headers: { 'X-Color': color ?? 'none' },
    })
  },
}

function configOf(site: Site) {
  const folder = (name: string) => site.state.folder('data', 'glance', name)
  return mergeIni(
    serviceIni(site, 'glance'),
    {
      DEFAULT: { enabled_backends: 'file:file', workers: 1 },
      glance_store: { default_backend: 'file' },
      file: { filesystem_store_datadir: folder('images') },
      os_glance_tasks_store: { filesystem_store_datadir: folder('tasks') },
      os_glance_staging_store: { filesystem_store_datadir: folder('staging') },
      paste_deploy: { flavor: 'keystone' },
    },
    site.context.settings.glance,
  )
}
