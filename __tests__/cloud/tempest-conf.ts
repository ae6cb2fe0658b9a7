import { join } from 'node:path'
import type { Cloud } from './cloud.js'
import { askApi } from './identity.js'
import { type Ini, iniText, mergeIni } from './ini.js'
import { REGION } from './site.js'

interface Named {
  id: string
  name: string
}

/** Tempest's configuration for what runs of a cloud. Makes the image, the flavors and the network that it needs. */
export async function tempestConf(cloud: Cloud, folder: string): Promise<string> {
  const api = await Api.of(cloud)
  const has = (type: string) => api.urls.has(type)
  return iniText(
    mergeIni(
      basics(cloud, folder),
      {
        service_available: {
          cinder: false,
          swift: false,
          glance: has('image'),
          neutron: has('network'),
          nova: has('compute'),
        },
      },
      has('image') && has('compute') ? await computeSection(api) : {},
      has('network') ? await networkSection(api) : {},
    ),
  )
}

function basics(cloud: Cloud, folder: string): Ini {
  return {
    DEFAULT: { log_dir: join(folder, 'logs'), log_file: 'tempest.log' },
    oslo_concurrency: { lock_path: join(folder, 'locks') },
    auth: {
      admin_username: 'admin',
      admin_password: cloud.state.password(),
      admin_project_name: 'admin',
      admin_domain_name: 'Default',
      use_dynamic_credentials: true,
      tempest_roles: 'member',
    },
    identity: {
      uri_v3: cloud.keystoneUrl(),
      auth_version: 'v3',
      region: REGION,
      v3_endpoint_type: 'public',
      default_domain_id: 'default',
      admin_role: 'admin',
    },
    'identity-feature-enabled': { api_v2: false, trust: true, security_compliance: false },
    image: { http_image: 'http://127.0.0.1:9/none' },
    'compute-feature-enabled': { console_output: false, vnc_console: false, resize: true },
    // servers of Nova's fake driver cannot be logged in to
    validation: { run_validation: false },
  }
}

/** Bytes are enough: nothing boots from it. */
async function computeSection(api: Api): Promise<Ini> {
  const name = 'tempest'
  const { images } = (await api.ask('GET', 'image', `/v2/images?name=${name}`)) as { images: Named[] }
  const image = images[0]?.id ?? (await makeImage(api, name))
  const { flavors } = (await api.ask('GET', 'compute', '/flavors')) as { flavors: Named[] }
  const flavor = async (wanted: string, ram: number) => {
    const found = flavors.find((one) => one.name === wanted)
    if (found) return found.id
    const body = { flavor: { name: wanted, ram, vcpus: 1, disk: 1 } }
    return ((await api.ask('POST', 'compute', '/flavors', body)) as { flavor: Named }).flavor.id
  }
  return {
    compute: {
      image_ref: image,
      image_ref_alt: image,
      flavor_ref: await flavor('tempest-1', 64),
      flavor_ref_alt: await flavor('tempest-2', 128),
      min_compute_nodes: 1,
    },
  }
}

async function makeImage(api: Api, name: string): Promise<string> {
  // others than its owner must see it: Tempest makes projects of its own
  const image = { name, disk_format: 'raw', container_format: 'bare', visibility: 'public' }
  const { id } = (await api.ask('POST', 'image', '/v2/images', image)) as Named
  await api.upload('image', `/v2/images/${id}/file`, Buffer.alloc(1024))
  return id
}

async function networkSection(api: Api): Promise<Ini> {
  const name = 'public'
  const { networks } = (await api.ask('GET', 'network', `/v2.0/networks?name=${name}`)) as {
    networks: Named[]
  }
  const { extensions } = (await api.ask('GET', 'network', '/v2.0/extensions')) as {
    extensions: { alias: string }[]
  }
  return {
    network: {
      public_network_id: networks[0]?.id ?? (await makeNetwork(api, name)),
      project_networks_reachable: false,
    },
    'network-feature-enabled': { ipv6: true, api_extensions: extensions.map(({ alias }) => alias).join(',') },
  }
}

async function makeNetwork(api: Api, name: string): Promise<string> {
  const external = {
    name,
    'router:external': true,
    'provider:network_type': 'flat',
    'provider:physical_network': name,
  }
  const { network } = (await api.ask('POST', 'network', '/v2.0/networks', { network: external })) as {
    network: Named
  }
  const subnet = { network_id: network.id, ip_version: 4, cidr: '203.0.113.0/24', enable_dhcp: false }
  await api.ask('POST', 'network', '/v2.0/subnets', { subnet })
  return network.id
}

/** The cloud's APIs as its administrator finds them in the catalog. */
class Api {
  private constructor(
    private readonly token: string,
    /** By type, such as `image`. */
    readonly urls: ReadonlyMap<string, string>,
  ) {}

  static async of(cloud: Cloud): Promise<Api> {
    const { id } = await cloud.token()
    const { catalog } = (await askApi('GET', `${cloud.keystoneUrl()}/auth/catalog`, { token: id })) as {
      catalog: { type: string; endpoints: { interface: string; url: string }[] }[]
    }
    const urls = catalog.flatMap(({ type, endpoints }): [string, string][] => {
      const url = endpoints.find((endpoint) => endpoint.interface === 'public')?.url
      return url === undefined ? [] : [[type, url]]
    })
    return new Api(id, new Map(urls))
  }

  ask(method: string, type: string, path: string, body?: unknown): Promise<unknown> {
    const url = `${this.urls.get(type)}${path}`
    return askApi(method, url, { token: this.token, ...(body === undefined ? {} : { body }) })
  }

  async upload(type: string, path: string, content: Buffer<ArrayBuffer>): Promise<void> {
    const response = await fetch(`${this.urls.get(type)}${path}`, {
      method: 'PUT',
      headers: { 'x-auth-token': this.token, 'content-type': 'application/octet-stream' },
      body: content,
      signal: AbortSignal.timeout(20_000),
    })
    if (!response.ok) throw new Error(`PUT ${path} answered ${response.status}`)
  }
}
