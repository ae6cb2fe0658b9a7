import { FaultyServer, type Received, type Reply } from './faulty-server.js'

/** An artifact as the REST API tells of it. */
export interface ListedArtifact {
  id: number
  name: string
  expired?: boolean
  /** The repository that the run's commit came from; another one is a fork. */
  headRepository?: number
  /** Where its bytes are. */
  location: string
}

interface Asset {
  id: number
  name: string
  label: string
  state: 'uploaded' | 'starter'
  content: Buffer
}

/** A pull request. */
export interface Pull {
  number: number
  head: string
  base: string
  title: string
  body: string
  state: 'open' | 'closed'
}

interface Release {
  id: number
  tag: string
  target: string
  name: string
  draft: boolean
  assets: Asset[]
}

const REPOSITORY = 'acme/region-one'
const OWN_ID = 7

/** The part of GitHub's REST API that stores need, for one repository, with a state of its own. */
export class GitHubRest {
  artifacts: ListedArtifact[] = []
  releases: Release[] = []
  pulls: Pull[] = []
  /** What the token may do. */
  permissions = { actions: true, pulls: true, contents: 'write' as 'write' | 'read' | 'none' }
  readonly repository = REPOSITORY
  readonly token = 'ghs_of-the-test'
  private nextId = 1

  private constructor(private readonly holder: { server?: FaultyServer }) {}

  static async start(): Promise<GitHubRest> {
    const holder: { server?: FaultyServer } = {}
    const rest = new GitHubRest(holder)
    holder.server = await FaultyServer.start((call) => rest.answer(call))
    return rest
  }

  get server(): FaultyServer {
    if (!this.holder.server) throw new Error('the API is not started')
    return this.holder.server
  }

  env(): Record<string, string> {
    return { GITHUB_API_URL: this.server.url, GITHUB_REPOSITORY: REPOSITORY, GITHUB_TOKEN: this.token }
  }

  release(tag: string, draft: boolean, assets: Omit<Asset, 'id'>[] = []): Release {
    const made = { id: this.nextId++, tag, target: 'main', name: tag, draft, assets: [] as Asset[] }
    for (const asset of assets) made.assets.push({ id: this.nextId++, ...asset })
    this.releases.push(made)
    return made
  }

  async stop(): Promise<void> {
    await this.holder.server?.stop()
  }

  private answer(call: Received): Reply {
    const { method, path, headers } = call
    if (!headers.authorization?.endsWith(` ${this.token}`)) return problem(401, 'Bad credentials')
    const rest = path.replace(`/repos/${REPOSITORY}`, '')
    if (rest === path) return problem(404, 'Not Found')
    const name = `${method} ${rest}`
    if (rest.startsWith('/actions/')) {
      if (!this.permissions.actions) return problem(403, 'Resource not accessible by integration')
      return this.actions(name, call)
    }
    if (rest.startsWith('/pulls')) {
      if (!this.permissions.pulls) return problem(403, 'Resource not accessible by integration')
      return this.pullRequests(name, call)
    }
    const { contents } = this.permissions
    if (contents === 'none' || (contents === 'read' && method !== 'GET')) {
      return problem(403, 'Resource not accessible by integration')
    }
    return this.contents(name, call)
  }

  private actions(name: string, { query }: Received): Reply {
    if (name === 'GET /actions/artifacts') {
      const wanted = query.get('name')
      const all = this.artifacts.filter((one) => wanted === null || one.name === wanted).reverse()
      const artifacts = pageOf(all, query).map((one) => ({
        id: one.id,
        name: one.name,
        expired: one.expired ?? false,
        expires_at: '2026-11-20T12:00:00Z',
        workflow_run: { id: 42, repository_id: OWN_ID, head_repository_id: one.headRepository ?? OWN_ID },
      }))
      return { status: 200, body: { total_count: all.length, artifacts } }
    }
    const id = /^GET \/actions\/artifacts\/(\d+)\/zip$/.exec(name)?.[1]
    const found = this.artifacts.find((one) => String(one.id) === id)
    if (!found) return problem(404, 'Not Found')
    if (found.expired) return problem(410, 'Artifact has expired')
    return { status: 302, headers: { location: found.location } }
  }

  private pullRequests(name: string, { query, body }: Received): Reply {
    if (name === 'GET /pulls') {
      const [owner] = REPOSITORY.split('/')
      const isAsked = ({ head, base, state }: Pull) =>
        `${owner}:${head}` === query.get('head') && base === query.get('base') && state === query.get('state')
      return { status: 200, body: this.pulls.filter(isAsked).map(shownPull) }
    }
    const { title, body: text, head, base } = JSON.parse(body.toString())
    if (name === 'POST /pulls') {
      const made: Pull = { number: this.pulls.length + 1, head, base, title, body: text, state: 'open' }
      this.pulls.push(made)
      return { status: 201, body: shownPull(made) }
    }
    const number = Number(/^PATCH \/pulls\/(\d+)$/.exec(name)?.[1])
    const pull = this.pulls.find((one) => one.number === number)
    if (!pull) return problem(404, 'Not Found')
    Object.assign(pull, { title, body: text })
    return { status: 200, body: shownPull(pull) }
  }

  private contents(name: string, call: Received): Reply {
    const [, tag] = /^GET \/releases\/tags\/([^/]+)$/.exec(name) ?? []
    if (tag !== undefined) {
      const found = this.releases.find((one) => !one.draft && one.tag === decodeURIComponent(tag))
      return found ? { status: 200, body: this.shown(found) } : problem(404, 'Not Found')
    }
    if (name === 'GET /releases') {
      const all = this.releases.filter((one) => !one.draft || this.permissions.contents === 'write').reverse()
      return { status: 200, body: pageOf(all, call.query).map((one) => this.shown(one)) }
    }
    if (name === 'POST /releases') {
      const asked = JSON.parse(call.body.toString())
      const made = this.release(asked.tag_name, asked.draft === true)
      Object.assign(made, { target: asked.target_commitish, name: asked.name })
      return { status: 201, body: this.shown(made) }
    }
    const [, id] = /^PATCH \/releases\/(\d+)$/.exec(name) ?? []
    const release = this.releases.find((one) => String(one.id) === id)
    if (release) {
      Object.assign(release, JSON.parse(call.body.toString()))
      return { status: 200, body: this.shown(release) }
    }
    return this.assets(name, call)
  }

  private assets(name: string, { query, body, headers }: Received): Reply {
    const [, to] = /^POST \/releases\/(\d+)\/assets$/.exec(name) ?? []
    const release = this.releases.find((one) => String(one.id) === to)
    if (release) {
      const file = query.get('name') ?? ''
      if (release.assets.some((one) => one.name === file)) {
        return {
          status: 422,
          body: { message: 'Validation Failed', errors: [{ field: 'name', code: 'already_exists' }] },
        }
      }
      const asset: Asset = {
        ...{ id: this.nextId++, name: file, label: query.get('label') ?? '' },
        ...{ state: 'uploaded', content: body },
      }
      release.assets.push(asset)
      return { status: 201, body: shownAsset(asset) }
    }
    const [, method, id] = /^(GET|DELETE) \/releases\/assets\/(\d+)$/.exec(name) ?? []
    const holder = this.releases.find((one) => one.assets.some((asset) => String(asset.id) === id))
    const asset = holder?.assets.find((one) => String(one.id) === id)
    if (!holder || !asset) return problem(404, 'Not Found')
    if (method === 'DELETE') {
      holder.assets = holder.assets.filter((one) => one !== asset)
      return { status: 204 }
    }
    if (headers.accept !== 'application/octet-stream') return { status: 200, body: shownAsset(asset) }
    return { status: 200, body: asset.content }
  }

  private shown({ id, tag, draft, assets }: Release): object {
    return {
      ...{ id, tag_name: tag, draft, html_url: `http://github.localhost/${REPOSITORY}/releases/tag/${tag}` },
      upload_url: `${this.server.url}/repos/${REPOSITORY}/releases/${id}/assets{?name,label}`,
      assets: assets.map(shownAsset),
    }
  }
}

function shownPull({ number, title, state }: Pull): object {
  const html_url = `http://github.localhost/${REPOSITORY}/pull/${number}`
  return { number, title, state, html_url }
}

function shownAsset({ id, name, label, state }: Asset): object {
  return { id, name, label, state }
}

function pageOf<T>(all: readonly T[], query: URLSearchParams): T[] {
  const size = Number(query.get('per_page') ?? 30)
  const page = Number(query.get('page') ?? 1)
  return all.slice((page - 1) * size, page * size)
}

function problem(status: number, message: string): Reply {
  return { status, body: { message, documentation_url: 'https://docs.github.com/rest' } }
}
