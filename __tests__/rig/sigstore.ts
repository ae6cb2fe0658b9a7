import { createHash, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bundleToJSON } from '@sigstore/bundle'
import {
  fulcioHandler,
  initializeCA,
  initializeCTLog,
  initializeTLog,
  initializeTSA,
  rekorHandler,
  tsaHandler,
} from '@sigstore/mock'
import { DSSEBundleBuilder, FulcioSigner, RekorWitness, TSAWitness } from '@sigstore/sign'

/** What the identity token of a workflow run says. */
export type Claims = Record<string, string>

export const CLAIMS: Claims = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'https://github.com/acme/cloud/.github/workflows/release.yml@refs/heads/main',
  repository: 'acme/cloud',
  ref: 'refs/heads/main',
  sha: 'c'.repeat(40),
  job_workflow_ref: 'acme/cloud/.github/workflows/release.yml@refs/heads/main',
}

interface Handler {
  path: string
  fn: (body: string) => Promise<{ statusCode: number; response: unknown; contentType?: string }>
}

/** A certificate authority, a log and a clock of Sigstore's, on this machine. */
export class LocalSigstore {
  private constructor(
    private readonly server: Server,
    readonly url: string,
    /** With the log, as Sigstore's public instance is. */
    readonly root: object,
    /** Without a log, as GitHub's own instance for private repositories is. */
    readonly rootWithoutLog: object,
  ) {}

  /**
   * @param clock when everything is signed. It stands, at a whole second: the local clock writes others in a way that is
   *   not read. A little ahead, so that the certificates of the authorities are valid by then.
   */
  static async start(clock = wholeSeconds(Date.now() + 5_000)): Promise<LocalSigstore> {
    const handlers = new Map<string, Handler['fn']>()
    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', async () => {
        const handler = handlers.get(request.url ?? '')
        const answer = await handler?.(Buffer.concat(chunks).toString('utf8'))
        response.writeHead(answer?.statusCode ?? 404, {
          'content-type': answer?.contentType ?? 'text/plain',
        })
        response.end(answer?.response ?? '')
      })
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const keys = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
    const ctlog = await initializeCTLog(keys, clock)
    const ca = await initializeCA(keys, ctlog, clock)
    const tlog = await initializeTLog(url, keys, clock)
    const tsa = await initializeTSA(keys, clock)
    const served = [
      fulcioHandler(ca),
      rekorHandler({
        publicKey: tlog.publicKey,
        logV2: tlog.logV2,
        log: (entry) => tlog.log(recorded(entry)),
      }),
      tsaHandler(tsa),
      // without a log no transparency of certificates either
      { ...fulcioHandler(await initializeCA(keys, undefined, clock)), path: '/plain/api/v2/signingCert' },
    ]
    for (const { path, fn } of served as Handler[]) handlers.set(path, fn)
    const key = { rawBytes: base64(tlog.publicKey), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor: ALWAYS }
    const log = (keyId: Uint8Array) => ({
      baseUrl: url,
      hashAlgorithm: 'SHA2_256',
      publicKey: key,
      logId: { keyId: base64(keyId) },
    })
    const authority = (...certificates: Uint8Array[]) => ({
      subject: { organization: 'sigstore.mock', commonName: 'sigstore' },
      uri: url,
      certChain: { certificates: certificates.map((rawBytes) => ({ rawBytes: base64(rawBytes) })) },
      validFor: ALWAYS,
    })
    const hash = createHash('sha256').update(tlog.publicKey).digest()
    const root = {
      mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
      certificateAuthorities: [authority(bytesOf(ca.rootCertificate))],
      timestampAuthorities: [authority(bytesOf(tsa.intCertificate), bytesOf(tsa.rootCertificate))],
      tlogs: [log(hash)],
      ctlogs: [log(bytesOf(ctlog.logID))],
    }
    return new LocalSigstore(server, url, root, { ...root, tlogs: [], ctlogs: [] })
  }

  /** Sign a statement, as a workflow run with these claims. */
  async sign(statement: object, { claims = CLAIMS, log = true, type = PAYLOAD } = {}): Promise<Bundle> {
    const settings = { timeout: 5_000, retry: 0 }
    const builder = new DSSEBundleBuilder({
      signer: new FulcioSigner({
        fulcioBaseURL: log ? this.url : `${this.url}/plain`,
        identityProvider: { getToken: async () => identityToken(claims) },
        ...settings,
      }),
      witnesses: log
        ? [new RekorWitness({ rekorBaseURL: this.url, ...settings })]
        : [new TSAWitness({ tsaBaseURL: this.url, ...settings })],
    })
    const bundle = await builder.create({ data: Buffer.from(JSON.stringify(statement)), type })
    return JSON.parse(JSON.stringify(bundleToJSON(bundle)))
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    this.server.close()
    await once(this.server, 'close')
  }
}

export interface Bundle {
  mediaType: string
  verificationMaterial: Record<string, unknown>
  dsseEnvelope: { payload: string; payloadType: string; signatures: { sig: string }[] }
}

const PAYLOAD = 'application/vnd.in-toto+json'
const ALWAYS = { start: '1970-01-01T00:00:00Z' }

/** An identity token that nobody signed: the local authority takes its word. */
export function identityToken(claims: Claims): string {
  const part = (data: object) => Buffer.from(JSON.stringify(data)).toString('base64url')
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ aud: 'sigstore', ...claims })}.${Buffer.from('none').toString('base64url')}`
}

/** What a log keeps of an envelope that is proposed to it: hashes and signatures. */
function recorded(proposed: object): object {
  const { spec } = proposed as { spec: { proposedContent: { envelope: string; verifiers: string[] } } }
  const { envelope, verifiers } = spec.proposedContent
  const { payload, signatures } = JSON.parse(envelope) as Bundle['dsseEnvelope']
  const hash = (data: string | Buffer) => ({
    algorithm: 'sha256',
    value: createHash('sha256').update(data).digest('hex'),
  })
  return {
    ...{ apiVersion: '0.0.1', kind: 'dsse' },
    spec: {
      envelopeHash: hash(envelope),
      payloadHash: hash(Buffer.from(payload, 'base64')),
      signatures: signatures.map(({ sig }, index) => ({ signature: sig, verifier: verifiers[index] })),
    },
  }
}

function wholeSeconds(time: number): Date {
  return new Date(Math.floor(time / 1000) * 1000)
}

function bytesOf(view: ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(view)
    ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
    : new Uint8Array(view)
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
