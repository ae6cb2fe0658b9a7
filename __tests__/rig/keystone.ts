import { FaultyServer, type Received, type Reply } from './faulty-server.js'

export interface FakeEndpoint {
  type: string
  url: string
  region?: string
  interface?: string
}

/** A Keystone on loopback that knows one user, and keeps count of who tries to log in. */
export class FakeKeystone {
  /** What the catalog holds. */
  endpoints: FakeEndpoint[] = []
  /** Tokens that are good now. */
  readonly tokens = new Set<string>()
  /** What every new token begins with. */
  prefix = 'token'
  /** A memcached: tokens in it are good by their text, whatever the keys are. Those issued or read are put into it. */
  remembered: Set<string> | undefined
  /** Those with the same keys: their tokens are good here. */
  readonly trusts: FakeKeystone[] = []
  /** Seconds that a new token is good for. */
  lifetime = 3600
  password = 'right'
  logins = 0
  private made = 0

  private constructor(readonly server: FaultyServer) {}

  static async start(): Promise<FakeKeystone> {
    const server = await FaultyServer.start((call) => keystone.answer(call))
    const keystone = new FakeKeystone(server)
    return keystone
  }

  get url(): string {
    return this.server.url
  }

  stop(): Promise<void> {
    return this.server.stop()
  }

  knows(token: unknown): boolean {
    if (typeof token !== 'string') return false
    if (this.remembered?.has(token)) return true
    const bare = token.replace(/=+$/, '') // as Keystone reads base64
    const isKnown = [this, ...this.trusts].some(({ tokens }) => tokens.has(bare))
    if (isKnown) this.remembered?.add(token)
    return isKnown
  }

  private answer({ method, path, headers, body }: Received): Reply {
    if (method === 'POST' && path === '/v3/auth/tokens') return this.logIn(JSON.parse(body.toString()))
    if (path !== '/v3/auth/projects') return { status: 404 }
    return this.knows(headers['x-auth-token']) ? { status: 200, body: { projects: [] } } : { status: 401 }
  }

  private logIn({ auth }: { auth: Login }): Reply {
    this.logins++
    const { password, application_credential: application } = auth.identity
    const secret = password?.user.password ?? application?.secret
    if (secret !== this.password) return { status: 401, body: { error: { code: 401 } } }
    const id = `${this.prefix}-${++this.made}-of-${new URL(this.url).port}`
    this.tokens.add(id)
    this.remembered?.add(id)
    const expires_at = new Date(Date.now() + this.lifetime * 1000).toISOString()
    return {
      status: 201,
      headers: { 'x-subject-token': id },
      body: { token: { expires_at, catalog: this.catalog() } },
    }
  }

  private catalog(): object[] {
    const types = [...new Set(this.endpoints.map(({ type }) => type))]
    return types.map((type) => ({
      type,
      name: type,
      endpoints: this.endpoints
        .filter((endpoint) => endpoint.type === type)
        .map(({ url, region = 'RegionOne', interface: of = 'public' }) => ({
          ...{ url, region, region_id: region, interface: of },
        })),
    }))
  }
}

interface Login {
  identity: {
    password?: { user: { password: string } }
    application_credential?: { secret: string }
  }
}
