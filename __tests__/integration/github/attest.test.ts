import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { mockFulcio, mockTSA } from '@sigstore/mock'
import { type AttestPorts, attestRelease, signByGitHub } from '../../../src/github/attest.js'
import type { Log } from '../../../src/platform/log.js'
import { bundlePath } from '../../../src/release/provenance/beside.js'
import type { ProvenanceStatement } from '../../../src/release/provenance/statement.js'
import { testGitHub } from '../../support/git-hub.js'
import { temporaryFolders } from '../../support/temp.js'

const STATEMENT = {
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'cloud-1.0.0.tar.gz', digest: { sha256: 'a'.repeat(64) } }],
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate: { buildDefinition: {}, runDetails: {} },
} as unknown as ProvenanceStatement

const temporary = temporaryFolders()
let archive: string
let server: Server | undefined
let lines: string[]
beforeEach(async () => {
  archive = join(await temporary(), 'cloud-1.0.0.tar.gz')
  lines = []
})
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = undefined
})

const log: Log = {
  info: (text: string) => lines.push(text),
  warn: (text: string) => lines.push(`warning: ${text}`),
  step: async <T>(_name: string, work: () => Promise<T>) => work(),
} as unknown as Log

/** GitHub's API on this machine. */
async function gitHub(listener: RequestListener, more: Partial<AttestPorts> = {}): Promise<AttestPorts> {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    listener(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const env = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?x=1`,
    GITHUB_REPOSITORY: 'acme/cloud',
    GITHUB_SERVER_URL: 'https://github.com',
  }
  const api = testGitHub({ url, token: 'secret-token' }, { retries: 3 })
  return { sign: async () => ({ signed: true }), env, gitHub: api, log, ...more }
}

const answers =
  (...statuses: number[]): RequestListener =>
  (request, response) => {
    request.resume().on('end', () => {
      response.writeHead(statuses.shift() ?? 500).end('{"id":4711,"message":"secret-token"}')
    })
  }

describe('attesting a release', () => {
  test('writes the bundle beside the archive and stores it at GitHub', async () => {
    const asked: unknown[] = []
    const ports = await gitHub(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      asked.push([request.method, request.url, request.headers.authorization, String(Buffer.concat(chunks))])
      response.writeHead(201).end('{"id":4711}')
    })
    expect(await attestRelease(archive, STATEMENT, 'auto', ports)).toEqual({
      bundle: bundlePath(archive),
      id: '4711',
      url: 'https://github.com/acme/cloud/attestations/4711',
    })
    expect(asked).toEqual([
      ['POST', '/repos/acme/cloud/attestations', 'token secret-token', '{"bundle":{"signed":true}}'],
    ])
    expect(JSON.parse(await readFile(bundlePath(archive), 'utf8'))).toEqual({ signed: true })
  })

  test('repeats the request when GitHub fails', async () => {
    const ports = await gitHub(answers(503, 429, 201))
    expect(await attestRelease(archive, STATEMENT, 'required', ports)).toMatchObject({ id: '4711' })
  })

  test.each<[string, number[], string]>([
    ['attestation_not_permitted', [403], 'attestations: write'],
    ['attestation_not_permitted', [401], 'attestations: write'],
    ['attestation_failed', [422], 'answered 422'],
    ['attestation_failed', [500, 500, 500, 500], 'answered 500'],
  ])('fails with %s after the statuses %j in mode required', async (code, statuses, said) => {
    const ports = await gitHub(answers(...statuses))
    const error = await attestRelease(archive, STATEMENT, 'required', ports).catch((caught: Error) => caught)
    expect(error).toMatchObject({ code })
    const { message, remedy } = error as Error & { remedy: string }
    expect(message + remedy).toContain(said)
    expect(message + remedy).not.toContain('secret-token')
  })

  test('warns in mode auto when GitHub does not store the bundle, and keeps the bundle beside the archive', async () => {
    const ports = await gitHub(answers(403))
    expect(await attestRelease(archive, STATEMENT, 'auto', ports)).toEqual({
      bundle: bundlePath(archive),
      id: null,
      url: null,
    })
    expect(existsSync(bundlePath(archive))).toBe(true)
    expect(lines.join('\n')).toMatch(/warning: .*GitHub did not store the attestation.*attestations: write/)
  })

  test('without the permission is reported in mode auto, and fails in mode required', async () => {
    const ports = await gitHub(answers(201))
    const without = { ...ports, env: { ...ports.env, ACTIONS_ID_TOKEN_REQUEST_URL: undefined } }
    expect(await attestRelease(archive, STATEMENT, 'auto', without)).toBeUndefined()
    expect(lines).toEqual([expect.stringMatching(/^The release is not attested.*id-token: write/)])
    await expect(attestRelease(archive, STATEMENT, 'required', without)).rejects.toMatchObject({
      code: 'attestation_not_permitted',
    })
    expect(existsSync(bundlePath(archive))).toBe(false)
  })

  test('does nothing in mode never', async () => {
    const ports = await gitHub(answers(201))
    expect(await attestRelease(archive, STATEMENT, 'never', ports)).toBeUndefined()
    expect(lines).toEqual([])
  })

  test('fails when the signature fails or takes too long', async () => {
    const broken = await gitHub(answers(201), { sign: () => Promise.reject(new Error('no certificate')) })
    await expect(attestRelease(archive, STATEMENT, 'required', broken)).rejects.toMatchObject({
      code: 'attestation_failed',
      message: expect.stringMatching(/no certificate/),
    })
    const hanging = { ...broken, sign: () => new Promise<object>(() => {}), signTimeoutMs: 5 }
    await expect(attestRelease(archive, STATEMENT, 'required', hanging)).rejects.toMatchObject({
      code: 'attestation_failed',
      message: expect.stringMatching(/no signature within/),
    })
    expect(existsSync(bundlePath(archive))).toBe(false)
    expect(await attestRelease(archive, STATEMENT, 'auto', broken)).toBeUndefined()
    expect(lines).toEqual([expect.stringMatching(/^warning: .*not attested.*no certificate/)])
  })
})

describe("GitHub's own library", () => {
  const names = [
    'ACTIONS_ID_TOKEN_REQUEST_URL',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'GITHUB_SERVER_URL',
  ] as const
  const before = names.map((name) => process.env[name])
  afterEach(() => {
    for (const [index, name] of names.entries()) {
      const value = before[index]
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  })

  test('signs the whole statement', async () => {
    await mockFulcio({ baseURL: 'https://fulcio.githubapp.com' })
    await mockTSA({ baseURL: 'https://timestamp.githubapp.com' })
    const claims = Buffer.from(JSON.stringify({ sub: 'repo:acme/cloud', iss: 'https://x' })).toString(
      'base64url',
    )
    const { env } = await gitHub((request, response) => {
      expect(request.headers.authorization).toBe('Bearer runner-token')
      response.end(JSON.stringify({ value: `e30.${claims}.c2ln` }))
    })
    process.env.ACTIONS_ID_TOKEN_REQUEST_URL = env.ACTIONS_ID_TOKEN_REQUEST_URL
    process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN = 'runner-token'
    process.env.GITHUB_SERVER_URL = 'https://github.com'
    const bundle = (await signByGitHub(STATEMENT)) as {
      mediaType: string
      dsseEnvelope: { payload: string; payloadType: string }
      verificationMaterial: {
        certificate: object
        timestampVerificationData: { rfc3161Timestamps: object[] }
      }
    }
    expect(JSON.parse(Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString('utf8'))).toEqual(STATEMENT)
    expect(bundle.dsseEnvelope.payloadType).toBe('application/vnd.in-toto+json')
    expect(bundle.mediaType).toMatch(/sigstore\.bundle/)
    expect(bundle.verificationMaterial.timestampVerificationData.rfc3161Timestamps).toHaveLength(1)
  })
})
