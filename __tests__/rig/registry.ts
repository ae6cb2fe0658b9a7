import { createHash, randomUUID } from 'node:crypto'
import { FaultyServer, type Received, type Reply } from './faulty-server.js'

/** How the registry wants to be asked. */
type Login = 'none' | 'basic' | 'bearer'

const USER = 'robot'
const PASSWORD = 'a-password-of-the-test'
const TOKEN = 'a-token-of-the-test'

/**
 * A small OCI registry with logins and faults; a real one tries the same in __tests__/cloud. What is asked with the wrong
 * login is refused as a real one does.
 */
export class Registry {
  readonly blobs = new Map<string, Buffer>()
  readonly manifests = new Map<string, string>()
  readonly user = USER
  readonly password = PASSWORD
  /** Where blobs are read: in the registry, or elsewhere, as with object storage. */
  storage: string | undefined

  private constructor(
    private readonly holder: { server?: FaultyServer },
    private readonly login: Login,
  ) {}

  static async start(login: Login = 'none'): Promise<Registry> {
    const holder: { server?: FaultyServer } = {}
    const registry = new Registry(holder, login)
    holder.server = await FaultyServer.start((call) => registry.answer(call))
    return registry
  }

  get server(): FaultyServer {
    if (!this.holder.server) throw new Error('the registry is not started')
    return this.holder.server
  }

  get host(): string {
    return `127.0.0.1:${this.server.port}`
  }

  async stop(): Promise<void> {
    await this.holder.server?.stop()
  }

  private answer(call: Received): Reply {
    if (call.path === '/token') return this.token(call)
    const refusal = this.refusal(call)
    if (refusal) return refusal
    const [, kind, name = ''] =
      /^\/v2\/clouds\/region-one\/(manifests|blobs|tags)\/(.*)$/.exec(call.path) ?? []
    if (kind === 'manifests') return this.manifest(call, name)
    if (kind === 'blobs') return this.blob(call, name)
    if (kind === 'tags') return this.tags(call)
    return problem(404, 'NAME_UNKNOWN', 'repository name not known to registry')
  }

  private refusal({ headers }: Received): Reply | undefined {
    const basic = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`
    const wanted = { none: undefined, basic, bearer: `Bearer ${TOKEN}` }[this.login]
    if (wanted === undefined || headers.authorization === wanted) return undefined
    const challenge =
      this.login === 'basic'
        ? 'Basic realm="test"'
        : `Bearer realm="${this.server.url}/token",service="test",scope="repository:clouds/region-one:pull,push"`
    const reply = problem(401, 'UNAUTHORIZED', 'authentication required')
    return { ...reply, headers: { 'www-authenticate': challenge } }
  }

  private token({ headers, query }: Received): Reply {
    const secret = Buffer.from(headers.authorization?.slice('Basic '.length) ?? '', 'base64').toString()
    if (secret !== `${USER}:${PASSWORD}`) return problem(401, 'UNAUTHORIZED', 'wrong password')
    if (query.get('scope') !== 'repository:clouds/region-one:pull,push') return problem(400, 'X', 'no scope')
    return { status: 200, body: { token: TOKEN } }
  }

  private manifest({ method, body }: Received, tag: string): Reply {
    if (method === 'PUT') {
      const { config, layers } = JSON.parse(body.toString())
      for (const { digest } of [config, ...layers]) {
        if (!this.blobs.has(digest)) return problem(400, 'MANIFEST_BLOB_UNKNOWN', `unknown blob ${digest}`)
      }
      this.manifests.set(tag, body.toString())
      return { status: 201 }
    }
    const found = this.manifests.get(tag)
    return found === undefined
      ? problem(404, 'MANIFEST_UNKNOWN', 'manifest unknown')
      : { status: 200, body: found }
  }

  private blob({ method, query, body }: Received, name: string): Reply {
    if (method === 'POST') {
      return {
        status: 202,
        headers: { location: `/v2/clouds/region-one/blobs/uploads/${randomUUID()}?_state=x` },
      }
    }
    if (method === 'PUT') {
      const digest = `sha256:${createHash('sha256').update(body).digest('hex')}`
      if (query.get('digest') !== digest) return problem(400, 'DIGEST_INVALID', 'digest did not match')
      this.blobs.set(digest, body)
      return { status: 201 }
    }
    const found = this.blobs.get(name)
    if (!found) return problem(404, 'BLOB_UNKNOWN', 'blob unknown')
    if (method === 'GET' && this.storage !== undefined) {
      return { status: 307, headers: { location: `${this.storage}/${name}` } }
    }
    return { status: 200, body: found }
  }

  /** One tag a page. */
  private tags({ query }: Received): Reply {
    const tags = [...this.manifests.keys()].sort()
    const at = tags.indexOf(query.get('last') ?? '') + 1
    const tag = tags[at]
    const more = at + 1 < tags.length
    const next = `</v2/clouds/region-one/tags/list?n=1000&last=${tag}>; rel="next"`
    return {
      status: 200,
      body: { name: 'clouds/region-one', tags: tag === undefined ? null : [tag] },
      ...(more ? { headers: { link: next } } : {}),
    }
  }
}

function problem(status: number, code: string, message: string): Reply {
  return { status, body: { errors: [{ code, message }] } }
}
