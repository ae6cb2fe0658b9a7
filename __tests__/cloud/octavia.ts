import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { register } from './catalog.js'
import { createDatabases } from './database.js'
import { type Ini, iniText, mergeIni } from './ini.js'
import { credentials, serviceIni } from './oslo.js'
import { writePlugin } from './plugins.js'
import type { Service } from './service.js'
import { REGION, type Site } from './site.js'
import { serveWsgi } from './wsgi.js'

/** The worker's network: none, but a load balancer's VIP is a real port of Neutron's and goes with it. */
const DRIVER = `from octavia.network.drivers.neutron import allowed_address_pairs
from octavia.network.drivers.noop_driver import driver


class Driver(driver.NoopNetworkDriver):
    _neutron = None

    def _real(self):
        if self._neutron is None:
            self._neutron = allowed_address_pairs.AllowedAddressPairsDriver()
        return self._neutron

    def allocate_vip(self, loadbalancer):
        return self._real().allocate_vip(loadbalancer)

    def deallocate_vip(self, vip):
        return self._real().deallocate_vip(vip)
`

/** Octavia with amphorae that do nothing: load balancers, listeners, pools and members become ACTIVE. */
export const octavia: Service = {
  name: 'octavia',
  needs: ['database', 'cache', 'queue', 'keystone', 'neutron'],
  packages: ['base', 'octavia'],
  processes: () => ['octavia-api', 'octavia-worker'],
  async prepare(site) {
    await site.once('octavia-certificates', () => makeCertificates(site))
    await site.state.write('etc/octavia/api.conf', iniText(configOf(site, 'allowed_address_pairs_driver')))
    const worker = await site.state.write(
      'etc/octavia/worker.conf',
      iniText(configOf(site, 'changeover_octavia')),
    )
    await site.once('octavia', async () => {
      await createDatabases(site, 'octavia')
      const args = ['--config-file', worker, 'upgrade', 'head']
      await site.run('octavia-db-manage', 'octavia-db-manage', args)
    })
  },
  async start(site) {
    await register(site, { name: 'octavia', type: 'load-balancer', url: site.url('octavia') })
    const folder = site.state.folder('etc', 'octavia')
    const plugin = { name: 'changeover_octavia', group: 'octavia.network.drivers', code: DRIVER }
    const worker = site.serve('octavia-worker', {
      command: 'octavia-worker',
      args: ['--config-file', join(folder, 'worker.conf')],
      env: { PYTHONPATH: await writePlugin(site, plugin) },
      ready: async () =>
        (await readFile(site.processes.logFile('octavia-worker'), 'utf8')).includes('Starting consumer'),
    })
    const api = serveWsgi(site, 'octavia-api', {
      port: 'octavia',
      file: '/usr/bin/octavia-wsgi',
      scriptArgs: `--config-file ${join(folder, 'api.conf')}`,
      path: '/',
    })
    await Promise.all([worker, api])
  },
}

/** The authority that would sign the amphorae's certificates; Octavia wants its files, and no amphora ever asks. */
async function makeCertificates(site: Site): Promise<void> {
  const { key, certificate } = certificates(site)
  const subject = ['-days', '3650', '-subj', '/CN=changeover-octavia']
  const output = ['-keyout', key, '-out', certificate]
  await site.run('openssl', 'openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    ...subject,
    ...output,
  ])
  const both = `${await readFile(certificate, 'utf8')}${await readFile(key, 'utf8')}`
  await site.state.write('data/octavia/certificates/client.pem', both)
}

function certificates(site: Site) {
  const folder = site.state.folder('data', 'octavia', 'certificates')
  return {
    key: join(folder, 'ca.key'),
    certificate: join(folder, 'ca.pem'),
    client: join(folder, 'client.pem'),
  }
}

function configOf(site: Site, networkDriver: string): Ini {
  const { key, certificate, client } = certificates(site)
  return mergeIni(
    serviceIni(site, 'octavia'),
    {
      service_auth: credentials(site, 'octavia'),
      api_settings: {
        auth_strategy: 'keystone',
        enabled_provider_drivers: 'amphora:Amphorae that do nothing,octavia:Another name for amphora',
        default_provider_driver: 'amphora',
      },
      controller_worker: {
        amphora_driver: 'amphora_noop_driver',
        compute_driver: 'compute_noop_driver',
        network_driver: networkDriver,
        volume_driver: 'volume_noop_driver',
        image_driver: 'image_noop_driver',
        distributor_driver: 'distributor_noop_driver',
        workers: 1,
        amp_flavor_id: 'none',
        amp_image_tag: 'none',
        amp_boot_network_list: 'none',
        client_ca: certificate,
      },
      // no ca_private_key_passphrase: an empty one is taken as one that does not fit
      certificates: {
        cert_manager: 'local_cert_manager',
        cert_generator: 'local_cert_generator',
        ca_certificate: certificate,
        ca_private_key: key,
        server_certs_key_passphrase: site.password.slice(0, 32),
      },
      haproxy_amphora: { client_cert: client, server_ca: certificate },
      health_manager: {
        heartbeat_key: site.password,
        bind_ip: '127.0.0.1',
        controller_ip_port_list: '127.0.0.1:15555',
      },
      oslo_messaging: { topic: 'octavia_provisioning' },
      neutron: { region_name: REGION },
      glance: { region_name: REGION },
      nova: { region_name: REGION },
    },
    site.context.settings.octavia,
  )
}
