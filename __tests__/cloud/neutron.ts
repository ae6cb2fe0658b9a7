import { register } from './catalog.js'
import { createDatabases } from './database.js'
import { type Ini, iniText, mergeIni } from './ini.js'
import { credentials, serviceIni } from './oslo.js'
import { writePlugin } from './plugins.js'
import type { Service } from './service.js'
import type { Site } from './site.js'
import { serveWsgi } from './wsgi.js'

/** Every port is bound and ACTIVE, without an agent. Debian leaves out the drivers that upstream tests with. */
const DRIVER = `from neutron_lib import constants
from neutron_lib.api.definitions import portbindings
from neutron_lib.plugins.ml2 import api


class Driver(api.MechanismDriver):
    """An ML2 mechanism driver without a data path."""

    def initialize(self):
        pass

    @property
    def connectivity(self):
        return portbindings.CONNECTIVITY_L2

    def bind_port(self, context):
        for segment in context.segments_to_bind:
            context.set_binding(
                segment[api.ID],
                portbindings.VIF_TYPE_OVS,
                {portbindings.CAP_PORT_FILTER: True},
                status=constants.PORT_STATUS_ACTIVE,
            )
            return
`

/** Neutron's API with ML2: networks, routers and floating IPs as records, nothing on the wire. */
export const neutron: Service = {
  name: 'neutron',
  needs: ['database', 'cache', 'queue', 'keystone'],
  packages: ['base', 'neutron'],
  processes: () => ['neutron'],
  async prepare(site) {
    const env = await pluginEnv(site)
    const config = await site.state.write('etc/neutron/neutron.conf', iniText(configOf(site)))
    await site.once('neutron', async () => {
      await createDatabases(site, 'neutron')
      const args = ['--config-file', config, 'upgrade', 'heads']
      await site.run('neutron-db-manage', 'neutron-db-manage', args, { env })
    })
  },
  async start(site) {
    await register(site, { name: 'neutron', type: 'network', url: site.url('neutron') })
    await serveWsgi(site, 'neutron', {
      port: 'neutron',
      file: '/usr/bin/neutron-api',
      scriptArgs: `--config-file ${site.state.folder('etc', 'neutron')}/neutron.conf`,
      env: await pluginEnv(site),
      path: '/',
    })
  },
}

async function pluginEnv(site: Site): Promise<Record<string, string>> {
  const group = 'neutron.ml2.mechanism_drivers'
  return { PYTHONPATH: await writePlugin(site, { name: 'changeover_ml2', group, code: DRIVER }) }
}

function configOf(site: Site): Ini {
  const unlimited = ['network', 'subnet', 'port', 'router', 'floatingip', 'security_group']
  return mergeIni(
    serviceIni(site, 'neutron'),
    {
      DEFAULT: {
        core_plugin: 'ml2',
        service_plugins: 'router',
        api_paste_config: '/usr/share/neutron-common/api-paste.ini',
        notify_nova_on_port_status_changes: false,
        notify_nova_on_port_data_changes: false,
        dhcp_agent_notification: false,
      },
      ml2: {
        type_drivers: 'local,flat,vlan,vxlan',
        tenant_network_types: 'vxlan',
        mechanism_drivers: 'changeover_ml2',
        extension_drivers: 'port_security',
      },
      ml2_type_flat: { flat_networks: '*' },
      ml2_type_vxlan: { vni_ranges: '1:9999' },
      quotas: Object.fromEntries(unlimited.map((kind) => [`quota_${kind}`, -1])),
      nova: credentials(site, 'nova'),
      placement: credentials(site, 'placement'),
    },
    site.context.settings.neutron,
  )
}
