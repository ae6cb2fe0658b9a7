import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sha256OfFile } from '../../../../src/platform/files.js'
import { bundlePath } from '../../../../src/release/provenance/beside.js'
import { type AttestationCheck, checkAttestation } from '../../../../src/release/provenance/check.js'
import { PROVENANCE_TYPE, STATEMENT_TYPE } from '../../../../src/release/provenance/statement.js'
import { type Bundle, CLAIMS, LocalSigstore } from '../../../rig/sigstore.js'
import { temporaryFolders } from '../../../support/temp.js'

const RELEASE_DIGEST = 'd'.repeat(64)
const POLICY = { repository: 'acme/cloud', workflow: '.github/workflows/release.yml' }

let sigstore: LocalSigstore
beforeAll(async () => {
  sigstore = await LocalSigstore.start()
})
afterAll(() => sigstore?.stop())

describe('an attestation of an archive', () => {
  const temporary = temporaryFolders()
  let folder: string
  let archive: string
  let root: string
  let sha256: string
  beforeEach(async () => {
    folder = await temporary()
    archive = join(folder, 'cloud-1.0.0.tar.gz')
    root = join(folder, 'root.json')
    await writeFile(archive, 'the bytes of a release')
    await writeFile(root, JSON.stringify(sigstore.root))
    sha256 = await sha256OfFile(archive)
  })

  const statement = (digest = sha256) => ({
    _type: STATEMENT_TYPE,
    subject: [
      { name: basename(archive), digest: { sha256: digest } },
      { name: 'release:cloud@1.0.0', digest: { sha256: RELEASE_DIGEST } },
    ],
    predicateType: PROVENANCE_TYPE,
    predicate: { buildDefinition: {}, runDetails: {} },
  })
  const lay = (bundle: unknown) => writeFile(bundlePath(archive), JSON.stringify(bundle))
  const check = (more: Partial<AttestationCheck> = {}) =>
    checkAttestation({ archive, policy: POLICY, roots: { file: root }, gitHub: undefined, ...more })
  const refused = (message: RegExp) => ({
    code: 'attestation_invalid',
    message: expect.stringMatching(message),
  })

  test('by the right workflow for these bytes is valid, and names the signer and the release', async () => {
    await lay(await sigstore.sign(statement()))
    expect(await check()).toEqual({
      bundle: bundlePath(archive),
      digest: `sha256:${RELEASE_DIGEST}`,
      signer: {
        workflow: CLAIMS.sub,
        repository: 'https://github.com/acme/cloud',
        ref: CLAIMS.ref,
        commit: CLAIMS.sha,
        issuer: CLAIMS.iss,
      },
    })
  })

  test('with a timestamp and no log entry is valid only if the root names no log', async () => {
    await lay(await sigstore.sign(statement(), { log: false }))
    await expect(check()).rejects.toMatchObject(refused(/does not verify against the trusted root/))
    await writeFile(root, `${JSON.stringify(sigstore.root)}\n${JSON.stringify(sigstore.rootWithoutLog)}\n`)
    expect(await check()).toMatchObject({ signer: { repository: 'https://github.com/acme/cloud' } })
  })

  test('that is missing is reported with the places and the policy', async () => {
    await expect(check()).rejects.toMatchObject({
      code: 'attestation_missing',
      message: expect.stringMatching(
        new RegExp(
          `sha256:${sha256}.*sigstore\\.json does not exist.*acme/cloud, workflow \\.github/workflows/release\\.yml`,
        ),
      ),
    })
  })

  test('for other bytes is refused with both digests', async () => {
    await lay(await sigstore.sign(statement('e'.repeat(64))))
    await expect(check()).rejects.toMatchObject(
      refused(new RegExp(`about other bytes: sha256:${'e'.repeat(64)}.*expected sha256:${sha256}`)),
    )
  })

  test.each([
    [
      'another repository',
      { ...CLAIMS, repository: 'mallory/cloud' },
      /its repository is https:\/\/github\.com\/mallory\/cloud, expected https:\/\/github\.com\/acme\/cloud/,
    ],
    [
      'a repository with a longer name',
      { ...CLAIMS, repository: 'acme/cloud-evil' },
      /acme\/cloud-evil, expected/,
    ],
    [
      'another workflow',
      { ...CLAIMS, sub: CLAIMS.sub?.replace('release.yml', 'test.yml') ?? '' },
      /workflow .*test\.yml, expected .*release\.yml/,
    ],
    [
      'a workflow of the same name in another repository',
      { ...CLAIMS, sub: CLAIMS.sub?.replace('acme/cloud', 'mallory/cloud') ?? '' },
      /workflow https:\/\/github\.com\/mallory.*expected https:\/\/github\.com\/acme/,
    ],
    [
      'another issuer',
      { ...CLAIMS, iss: 'https://tokens.example.com' },
      /the issuer of its signer's identity is https:\/\/tokens/,
    ],
    [
      'a signer without a repository',
      { iss: CLAIMS.iss, sub: 'me@example.com' },
      /its repository is unknown/,
    ],
  ])('by %s is refused', async (_who, claims, message) => {
    await lay(await sigstore.sign(statement(), { claims: claims as typeof CLAIMS }))
    await expect(check()).rejects.toMatchObject(refused(message))
  })

  test('for another ref is refused if the policy names a ref', async () => {
    await lay(await sigstore.sign(statement(), { claims: { ...CLAIMS, ref: 'refs/pull/7/merge' } }))
    await expect(check()).resolves.toBeDefined()
    await expect(check({ policy: { ...POLICY, ref: 'refs/heads/main' } })).rejects.toMatchObject(
      refused(/the ref of its run is refs\/pull\/7\/merge, expected refs\/heads\/main/),
    )
  })

  test('by a shared workflow is valid only if the policy names that workflow', async () => {
    const sub = 'https://github.com/Acme/workflows/.github/workflows/release.yml@refs/tags/v1'
    await lay(await sigstore.sign(statement(), { claims: { ...CLAIMS, sub } }))
    await expect(check()).rejects.toMatchObject(refused(/expected/))
    const workflow = 'acme/workflows/.github/workflows/release.yml'
    await expect(check({ policy: { ...POLICY, workflow } })).resolves.toBeDefined()
    await expect(check({ policy: { repository: 'acme/cloud' } })).resolves.toBeDefined()
  })

  test('whose statement was changed is refused', async () => {
    const bundle = await sigstore.sign(statement('e'.repeat(64)))
    const { payload } = bundle.dsseEnvelope
    const changed = Buffer.from(payload, 'base64').toString('utf8').replaceAll('e'.repeat(64), sha256)
    await lay({
      ...bundle,
      dsseEnvelope: { ...bundle.dsseEnvelope, payload: Buffer.from(changed).toString('base64') },
    })
    await expect(check()).rejects.toMatchObject(refused(/does not verify against the trusted root/))
  })

  test('without its log entry is refused', async () => {
    const { verificationMaterial, ...rest }: Bundle = await sigstore.sign(statement())
    await lay({ ...rest, verificationMaterial: { ...verificationMaterial, tlogEntries: [] } })
    await expect(check()).rejects.toMatchObject(
      refused(/expected 1 timestamps, got 0|is not a Sigstore bundle/),
    )
  })

  test('of an unknown root is refused', async () => {
    const foreign = await LocalSigstore.start()
    try {
      await lay(await foreign.sign(statement()))
      await expect(check()).rejects.toMatchObject(refused(/does not verify against the trusted root/))
    } finally {
      await foreign.stop()
    }
  })

  test('of an expired root is refused', async () => {
    await lay(await sigstore.sign(statement()))
    const ended = JSON.parse(JSON.stringify(sigstore.root))
    for (const { validFor } of ended.certificateAuthorities) validFor.end = '2020-01-01T00:00:00Z'
    await writeFile(root, JSON.stringify(ended))
    await expect(check()).rejects.toMatchObject(refused(/does not verify against the trusted root/))
  })

  test('signed after the certificates of the root expired is refused', async () => {
    const late = await LocalSigstore.start(new Date('2050-01-01T00:00:00Z'))
    try {
      await lay(await late.sign(statement()))
      await writeFile(root, JSON.stringify(late.root))
      await expect(check()).rejects.toMatchObject(refused(/does not verify against the trusted root/))
    } finally {
      await late.stop()
    }
  })

  test.each([
    [
      'of another type',
      { predicateType: 'https://example.com/other' },
      /has the predicate type https:\/\/example\.com\/other/,
    ],
    ['that is not a statement', { _type: 'other' }, /has the type other, expected https:\/\/in-toto/],
    ['without subjects', { subject: null }, /has no subject/],
    [
      'with invalid subjects',
      { subject: [null, { name: 7 }, { name: 'x', digest: null }] },
      /other bytes: nothing/,
    ],
  ])('%s is refused', async (_what, change, message) => {
    await lay(await sigstore.sign({ ...statement(), ...change }))
    await expect(check()).rejects.toMatchObject(refused(message))
  })

  test('whose payload is not a statement is refused', async () => {
    await lay(await sigstore.sign(statement(), { type: 'text/plain' }))
    await expect(check()).rejects.toMatchObject(refused(/does not contain an in-toto statement/))
  })

  test.each([
    ['nothing', '', /is not JSON/],
    ['half of one', '{"mediaType":', /is not JSON/],
    ['a list', '[]', /is not a Sigstore bundle/],
    ['null', 'null', /is not a Sigstore bundle/],
    ['another document', '{"bomFormat":"CycloneDX"}', /is not a Sigstore bundle/],
  ])('in a file with %s is refused', async (_what, text, message) => {
    await writeFile(bundlePath(archive), text)
    await expect(check()).rejects.toMatchObject(refused(message))
  })

  test('is valid if one of several bundles is valid', async () => {
    const others = await sigstore.sign(statement('e'.repeat(64)))
    const good = await sigstore.sign(statement())
    await writeFile(bundlePath(archive), `${JSON.stringify(others)}\n${JSON.stringify(good)}\n`)
    expect(await check()).toMatchObject({ digest: `sha256:${RELEASE_DIGEST}` })
  })

  test.each([
    ['is not there', undefined],
    ['is no JSON', 'nothing'],
    ['names no authority', '{}'],
    ['is null', 'null'],
  ])('names a trusted root that %s', async (_what, text) => {
    await lay(await sigstore.sign(statement()))
    const file = join(folder, 'other-root.json')
    if (text !== undefined) await writeFile(file, text)
    await expect(check({ roots: { file } })).rejects.toMatchObject({ code: 'trusted_root_unreadable' })
  })

  test('names a public root that cannot be fetched', async () => {
    await lay(await sigstore.sign(statement()))
    const roots = { mirror: 'http://127.0.0.1:1', cache: join(folder, 'cache') }
    await expect(check({ roots })).rejects.toMatchObject({
      code: 'trusted_root_unavailable',
      message: expect.stringMatching(/^Cannot fetch the public root of trust: .*127\.0\.0\.1:1/),
    })
  })

  test('names an archive that does not exist', async () => {
    await expect(check({ archive: join(folder, 'none') })).rejects.toMatchObject({ code: 'release_missing' })
  })
})
