import { Azurite } from './azurite.js'
import { FaultyServer, type Received, type Reply } from './faulty-server.js'

/** An artifact as the service knows it. */
export interface KeptArtifact {
  id: number
  /** The backend's id of the run. */
  run: string
  name: string
  mime: string
  blob: string
  done: boolean
  size?: string
  digest?: string
  expiresAt?: string
}

const PATH = /^\/twirp\/github\.actions\.results\.api\.v1\.ArtifactService\/(\w+)$/

class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

type Request = Record<string, unknown>
interface Identity {
  run: string
}

/** GitHub's artifact service, as the toolkit's client talks to it, in front of Azurite. */
export class ArtifactService {
  readonly artifacts: KeptArtifact[] = []
  private nextId = 1000

  private constructor(
    readonly azurite: Azurite,
    private holder: { server?: FaultyServer },
  ) {}

  static async start(): Promise<ArtifactService> {
    const azurite = await Azurite.start()
    const holder: { server?: FaultyServer } = {}
    const service = new ArtifactService(azurite, holder)
    try {
      holder.server = await FaultyServer.start((call) => service.answer(call))
    } catch (error) {
      await azurite.stop()
      throw error
    }
    return service
  }

  get server(): FaultyServer {
    if (!this.holder.server) throw new Error('the artifact service is not started')
    return this.holder.server
  }

  /** What a step of a run finds in its environment. */
  env(run: string): Record<string, string> {
    const claims = { scp: `Actions.ExampleScope Actions.Results:${run}:job-of-${run}` }
    const token = ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'x'].join('.')
    return {
      ACTIONS_RUNTIME_TOKEN: token,
      ACTIONS_RESULTS_URL: this.server.url,
      GITHUB_SERVER_URL: 'http://github.localhost',
      NO_PROXY: '127.0.0.1',
    }
  }

  /** A URL to read an artifact with, as GitHub hands out. */
  readUrl({ blob, mime, name }: KeptArtifact): Promise<string> {
    return this.azurite.signedUrl(blob, 'r', {
      contentType: mime,
      contentDisposition: `attachment; filename="${name}"`,
    })
  }

  async stop(): Promise<void> {
    await this.holder.server?.stop()
    await this.azurite.stop()
  }

  private async answer({ method, path, headers, body }: Received): Promise<Reply> {
    try {
      const name = PATH.exec(path)?.[1]
      if (method !== 'POST' || name === undefined)
        throw new Refused(404, 'bad_route', `no handler for ${path}`)
      const request: Request = JSON.parse(body.toString())
      return { status: 200, body: await this.call(name, request, identity(headers.authorization)) }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return { status: error.status, body: { code: error.code, msg: error.message } }
    }
  }

  private async call(method: string, request: Request, by: Identity): Promise<object> {
    if (request.workflow_run_backend_id !== by.run) {
      throw new Refused(403, 'permission_denied', 'the run does not match the token')
    }
    switch (method) {
      case 'CreateArtifact':
        return this.create(request, by)
      case 'FinalizeArtifact':
        return this.finalize(request, by)
      case 'ListArtifacts':
        return { artifacts: this.list(request, by) }
      case 'GetSignedArtifactURL':
        return this.sign(request, by)
      default:
        throw new Refused(404, 'bad_route', method)
    }
  }

  private async create(request: Request, { run }: Identity): Promise<object> {
    const name = String(request.name)
    if (this.artifacts.some((one) => one.run === run && one.name === name)) {
      throw new Refused(
        409,
        'already_exists',
        'an artifact with this name already exists on the workflow run',
      )
    }
    const id = this.nextId++
    const blob = `${run}/${id}/${name}`
    const artifact: KeptArtifact = { id, run, name, mime: String(request.mime_type), blob, done: false }
    if (typeof request.expires_at === 'string') artifact.expiresAt = request.expires_at
    this.artifacts.push(artifact)
    return { ok: true, signed_upload_url: await this.azurite.signedUrl(blob, 'cw') }
  }

  private async finalize(request: Request, { run }: Identity): Promise<object> {
    const artifact = this.artifacts.find((one) => one.run === run && one.name === request.name && !one.done)
    if (!artifact) throw new Refused(404, 'not_found', 'artifact not found')
    const { contentLength } = await this.azurite.container.getBlobClient(artifact.blob).getProperties()
    if (String(contentLength) !== request.size) {
      throw new Refused(400, 'invalid_argument', `size ${String(request.size)}, stored ${contentLength}`)
    }
    Object.assign(artifact, { done: true, size: request.size, digest: request.hash })
    return { ok: true, artifact_id: String(artifact.id) }
  }

  private list({ name_filter: name, id_filter: id }: Request, { run }: Identity): object[] {
    return this.artifacts
      .filter((one) => one.done && one.run === run)
      .filter(
        (one) => (name === undefined || one.name === name) && (id === undefined || String(one.id) === id),
      )
      .map((one) => ({
        workflow_run_backend_id: one.run,
        workflow_job_run_backend_id: `job-of-${one.run}`,
        database_id: String(one.id),
        name: one.name,
        size: one.size,
        created_at: '2026-11-01T12:00:00Z',
        digest: one.digest,
      }))
  }

  private async sign(request: Request, { run }: Identity): Promise<object> {
    const artifact = this.artifacts.findLast(
      (one) => one.done && one.run === run && one.name === request.name,
    )
    if (!artifact) throw new Refused(404, 'not_found', 'artifact not found')
    return { signed_url: await this.readUrl(artifact) }
  }
}

/** Who calls: the run stands in the token's claims. */
function identity(authorization: string | undefined): Identity {
  const claims = JSON.parse(Buffer.from(authorization?.split('.')[1] ?? '', 'base64url').toString() || '{}')
  const scope = String(claims.scp ?? '')
    .split(' ')
    .find((part) => part.startsWith('Actions.Results:'))
  const run = scope?.split(':')[1]
  if (run === undefined) throw new Refused(401, 'unauthenticated', 'no scope for results')
  return { run }
}
