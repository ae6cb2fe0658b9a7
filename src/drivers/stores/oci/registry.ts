import { createHash } from 'node:crypto'
import { UserError } from '../../../platform/errors.js'
import { PATIENCE, type Patience, type StoreAnswer, type StoreCall, StoreHttp, webUrl } from '../http.js'
import { answerTo, type BasicSecret } from './auth.js'

/** A repository of a registry, and the login. */
export interface OciAccess {
  registry: string
  repository: string
  secret: BasicSecret
  patience?: Patience
}

/** The content of a blob or manifest, by its digest. */
export interface Descriptor {
  mediaType: string
  digest: string
  size: number
}

export const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json'

/** The requests of the OCI distribution API that a store needs. A registry on this machine has no TLS. */
export class OciRegistry {
  private readonly http: StoreHttp
  private readonly base: URL
  private authorization: string | undefined

  constructor(
    private readonly access: OciAccess,
    private readonly place: string,
  ) {
    this.http = new StoreHttp(place, access.patience ?? PATIENCE)
    const { registry, repository } = access
    const local = /^(localhost|127(\.\d+){3}|\[::1\])(:|$)/.test(registry)
    this.base = new URL(`${local ? 'http' : 'https'}://${registry}/v2/${repository}/`)
  }

  /** The manifest of a tag; `undefined` when there is none. */
  async manifest(tag: string, signal?: AbortSignal): Promise<unknown> {
    const headers = { accept: MANIFEST_TYPE }
    const answer = await this.ask({ url: this.url(`manifests/${tag}`), headers }, signal)
    if (answer.status === 404) return undefined
    if (answer.status !== 200) throw this.refusal(answer)
    return this.parsed(answer.text)
  }

  async putManifest(tag: string, manifest: string, signal?: AbortSignal): Promise<void> {
    const headers = { 'content-type': MANIFEST_TYPE }
    const call = { method: 'PUT' as const, url: this.url(`manifests/${tag}`), headers, body: manifest }
    const answer = await this.ask(call, signal)
    if (answer.status !== 201) throw this.refusal(answer)
  }

  /** The tags of the repository, at most 20,000. */
  async tags(signal?: AbortSignal): Promise<string[]> {
    const found: string[] = []
    let url: URL | undefined = this.url('tags/list?n=1000')
    for (let page = 0; url && page < 20; page++) {
      const answer: StoreAnswer = await this.ask({ url }, signal)
      if (answer.status === 404) break
      if (answer.status !== 200) throw this.refusal(answer)
      const data = this.parsed(answer.text) as { tags?: unknown } | null
      if (Array.isArray(data?.tags)) found.push(...data.tags.filter((tag) => typeof tag === 'string'))
      const [, next] = /^<([^>]*)>\s*;\s*rel="?next"?/.exec(answer.headers.get('link') ?? '') ?? []
      url = webUrl(next, url)
      if (url && url.origin !== this.base.origin) break
    }
    return found
  }

  /** Upload a blob, unless the registry already has it. */
  async putBlob(blob: Blob, digest: string, signal?: AbortSignal): Promise<void> {
    const there = await this.ask({ method: 'HEAD', url: this.url(`blobs/${digest}`) }, signal)
    if (there.status === 200) return
    const begun = await this.ask(
      { method: 'POST', url: this.url('blobs/uploads/'), repeatable: true },
      signal,
    )
    const location = webUrl(begun.headers.get('location'), this.base)
    if (begun.status !== 202 || !location) throw this.refusal(begun)
    location.searchParams.set('digest', digest)
    const headers = { 'content-type': 'application/octet-stream' }
    // an interrupted upload cannot start again at the same address
    const put = { method: 'PUT' as const, url: location, headers, body: blob, repeatable: false }
    const answer = await this.ask(put, signal)
    if (answer.status !== 201) throw this.refusal(answer)
  }

  /** Write a blob to a new file. The registry may redirect to another server, which does not get the login. */
  async getBlob(digest: string, file: string, signal?: AbortSignal): Promise<void> {
    const call = { url: this.url(`blobs/${digest}`) }
    let answer = await this.answered(call, (signed) => this.http.download(signed, file, signal), signal)
    if ([302, 303, 307, 308].includes(answer.status)) {
      const location = webUrl(answer.headers.get('location'), call.url)
      if (location) answer = await this.http.download({ url: location }, file, signal)
    }
    if (answer.status !== 200) throw this.refusal(answer)
  }

  private ask(call: StoreCall, signal?: AbortSignal): Promise<StoreAnswer> {
    return this.answered(call, (signed) => this.http.ask(signed, signal), signal)
  }

  /** Send a request. If the registry asks for a login, send it again with one. */
  private async answered(
    call: StoreCall,
    work: (signed: StoreCall) => Promise<StoreAnswer>,
    signal?: AbortSignal,
  ): Promise<StoreAnswer> {
    const answer = await work(this.signed(call))
    const challenge = answer.headers.get('www-authenticate')
    if (answer.status !== 401 || challenge === null) return answer
    this.authorization = await answerTo(challenge, this.access.secret, this.base, this.http, signal)
    return this.authorization === undefined ? answer : work(this.signed(call))
  }

  private signed(call: StoreCall): StoreCall {
    const ours = new URL(call.url).origin === this.base.origin
    if (!ours || this.authorization === undefined) return call
    return { ...call, headers: { ...call.headers, authorization: this.authorization } }
  }

  private url(path: string): URL {
    return new URL(path, this.base)
  }

  private parsed(text: string): unknown {
    try {
      return JSON.parse(text)
    } catch {
      throw new UserError('store_refused', `${this.place} sent an answer that is not JSON.`, {
        remedy: 'Check that the address names a registry.',
      })
    }
  }

  private refusal({ status, text }: StoreAnswer): UserError {
    const details = /"message"\s*:\s*"([^"\\\0-\x1f]{1,200})"/.exec(text)?.[1]
    const why = `the registry answered ${status}${details === undefined ? '' : `: ${details}`}`
    if (status === 401 || status === 403) {
      return new UserError('store_denied', `${this.place}: ${why}.`, {
        remedy:
          'Log in with docker login or podman login, or set CHANGEOVER_REGISTRY_USER and CHANGEOVER_REGISTRY_PASSWORD.',
      })
    }
    return new UserError('store_refused', `${this.place}: ${why}.`, {
      remedy: 'Check the address, and that the registry accepts OCI artifacts.',
    })
  }
}

export function sha256Of(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`
}
