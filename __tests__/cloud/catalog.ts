import { askApi, issueToken } from './identity.js'
import { REGION, type Site } from './site.js'

/** What the catalog says of a service. `path` follows its URL in every endpoint. */
export interface CatalogEntry {
  name: string
  type: string
  url: string
  path?: string
}

/** Roles that the services' policies know, and Heat and Octavia look for. */
const ROLES = [
  'member',
  'reader',
  'service',
  'heat_stack_owner',
  'load-balancer_member',
  'load-balancer_admin',
]
const INTERFACES = ['public', 'internal', 'admin']

interface Named {
  id: string
  name: string
}

interface Endpoint {
  id: string
  interface: string
  url: string
}

/** Put Keystone's own endpoint where users reach it now: it moves when HAProxy is put in front. */
export async function registerIdentity(site: Site): Promise<void> {
  await register(site, {
    name: 'keystone',
    type: 'identity',
    url: site.url(site.frontPort('keystone')),
    path: '/v3',
  })
}

/** Give a service an account and its place in the catalog. Does nothing when it has them already. */
export async function register(site: Site, entry: CatalogEntry): Promise<void> {
  const url = `${entry.url}${entry.path ?? ''}`
  const done = `catalog-${entry.name}-${encodeURIComponent(url)}`
  if (site.state.isDone(done)) return
  await site.catalogTurn.use(async () => {
    const keystone = await KeystoneAdmin.logIn(site)
    if (!site.state.isDone('catalog-accounts')) {
      await makeAccounts(keystone, site.password)
      site.state.markDone('catalog-accounts')
    }
    if (entry.name !== 'keystone') await makeServiceUser(keystone, entry.name, site.password)
    await makeEndpoints(keystone, entry, url)
    site.state.markDone(done)
    // the endpoint that was there before is not there any more
    site.state.forget((what) => what.startsWith(`catalog-${entry.name}-`) && what !== done)
  })
}

/** A domain of its own for the users that Heat makes in stacks, with an administrator. */
export async function makeStackDomain(site: Site): Promise<void> {
  if (site.state.isDone('catalog-stack-domain')) return
  await site.catalogTurn.use(async () => {
    const keystone = await KeystoneAdmin.logIn(site)
    const domain = await keystone.ensure('domain', { name: 'heat' })
    const user = { name: 'heat_domain_admin', domain_id: domain }
    const admin = await keystone.ensure('user', user, { password: site.password })
    const role = await keystone.ensure('role', { name: 'admin' })
    await keystone.put(`domains/${domain}/users/${admin}/roles/${role}`)
    site.state.markDone('catalog-stack-domain')
  })
}

/** The project of the services, and a user without rights beyond a project. */
async function makeAccounts(keystone: KeystoneAdmin, password: string): Promise<void> {
  const roles = new Map<string, string>()
  for (const name of ROLES) roles.set(name, await keystone.ensure('role', { name }))
  await keystone.ensure('project', { name: 'service', domain_id: 'default' })
  const project = await keystone.ensure('project', { name: 'demo', domain_id: 'default' })
  const demo = await keystone.ensure('user', { name: 'demo', domain_id: 'default' }, { password })
  const adminProject = await keystone.ensure('project', { name: 'admin', domain_id: 'default' })
  const admin = await keystone.ensure('user', { name: 'admin', domain_id: 'default' })
  const grant = (inProject: string, user: string, role: string) =>
    keystone.put(`projects/${inProject}/users/${user}/roles/${roles.get(role)}`)
  for (const role of ['member', 'reader', 'heat_stack_owner', 'load-balancer_member'])
    await grant(project, demo, role)
  for (const role of ['member', 'heat_stack_owner', 'load-balancer_admin'])
    await grant(adminProject, admin, role)
}

async function makeServiceUser(keystone: KeystoneAdmin, name: string, password: string): Promise<void> {
  const project = await keystone.ensure('project', { name: 'service', domain_id: 'default' })
  const user = await keystone.ensure('user', { name, domain_id: 'default' }, { password })
  for (const role of ['admin', 'service']) {
    const id = await keystone.ensure('role', { name: role })
    await keystone.put(`projects/${project}/users/${user}/roles/${id}`)
  }
}

async function makeEndpoints(keystone: KeystoneAdmin, entry: CatalogEntry, url: string): Promise<void> {
  const service = await keystone.ensure('service', { name: entry.name, type: entry.type })
  const { endpoints } = (await keystone.ask('GET', `endpoints?service_id=${service}`)) as {
    endpoints: Endpoint[]
  }
  for (const name of INTERFACES) {
    const old = endpoints.find((endpoint) => endpoint.interface === name)
    if (old?.url === url) continue
    const endpoint = { service_id: service, interface: name, region_id: REGION, url }
    if (old) await keystone.ask('PATCH', `endpoints/${old.id}`, { endpoint: { url } })
    else await keystone.ask('POST', 'endpoints', { endpoint })
  }
}

/** Keystone's API as its administrator uses it. */
class KeystoneAdmin {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Directly at one instance: HAProxy may not be there yet. */
  static async logIn(site: Site): Promise<KeystoneAdmin> {
    const url = `${site.url(site.directPort('keystone'))}/v3`
    const account = { username: 'admin', password: site.password, project: 'admin' }
    return new KeystoneAdmin(url, (await issueToken(url, account)).id)
  }

  ask(method: string, path: string, body?: unknown): Promise<unknown> {
    return askApi(method, `${this.url}/${path}`, {
      token: this.token,
      ...(body === undefined ? {} : { body }),
    })
  }

  async put(path: string): Promise<void> {
    await this.ask('PUT', path)
  }

  /** The id of the one that `match` describes; made, with `more`, when there is none. */
  async ensure(
    kind: string,
    match: Record<string, string>,
    more: Record<string, string> = {},
  ): Promise<string> {
    const found = (await this.ask('GET', `${kind}s?${new URLSearchParams(match)}`)) as Record<string, Named[]>
    const first = found[`${kind}s`]?.[0]
    if (first) return first.id
    const made = (await this.ask('POST', `${kind}s`, { [kind]: { ...match, ...more } })) as Record<
      string,
      Named
    >
    const id = made[kind]?.id
    if (id === undefined) throw new Error(`Keystone made no ${kind}`)
    return id
  }
}
