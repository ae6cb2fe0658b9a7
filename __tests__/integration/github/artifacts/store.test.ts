import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DefaultArtifactClient } from '@actions/artifact'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { artifactName, GitHubArtifactStore } from '../../../../src/drivers/stores/github/artifact.js'
import { ArtifactStore, type ArtifactStoreOptions } from '../../../../src/github/artifacts/store.js'
import { silentLog } from '../../../../src/platform/log.js'
import { withRelease } from '../../../../src/release/locate.js'
import { ArtifactService } from '../../../rig/artifact-service.js'
import { GitHubRest } from '../../../rig/github-api.js'
import { testGitHub } from '../../../support/git-hub.js'
import { quietly } from '../../../support/quietly.js'
import { expectCode, packed } from '../../../support/store.js'
import { temporaryFolders } from '../../../support/temp.js'

const temporaryFolder = temporaryFolders()
quietly() // the client tells of every step

const before = { ...process.env }
let service: ArtifactService
let rest: GitHubRest
let run = 0

beforeAll(async () => {
  service = await ArtifactService.start()
  rest = await GitHubRest.start()
})

afterAll(async () => {
  await rest?.stop()
  await service?.stop()
  process.env = before
})

beforeEach(() => {
  rest.artifacts = []
  rest.permissions.actions = true
  nextRun()
})

/** Every test is a workflow run of its own; the real client reads where it is from the environment. */
function nextRun(): void {
  run++
  Object.assign(process.env, service.env(`run-${run}`))
}

function store(options: Partial<ArtifactStoreOptions> = {}): ArtifactStore {
  return new ArtifactStore({
    client: new DefaultArtifactClient(),
    repository: undefined,
    retentionDays: undefined,
    runUrl: 'http://github.localhost/acme/region-one/actions/runs/42',
    timeoutMs: { ask: 20_000, transfer: 20_000 },
    ...options,
  })
}

function everywhere(): GitHubArtifactStore {
  const gitHub = testGitHub({ url: rest.server.url, token: rest.token }, { retries: 1 })
  return new GitHubArtifactStore(gitHub, rest.repository)
}

/** What this run has uploaded, as the REST API tells of it afterwards. */
async function publish(change: { expired?: boolean; headRepository?: number } = {}): Promise<void> {
  for (const artifact of service.artifacts.filter((one) => one.run === `run-${run}`)) {
    const { id, name } = artifact
    rest.artifacts.push({ id, name, location: await service.readUrl(artifact), ...change })
  }
}

describe('artifacts, through the client of the toolkit', () => {
  test('are uploaded as they are and found again in the same run, without a token', async () => {
    const { archive, release } = await packed(temporaryFolder)
    const kept = await store({ retentionDays: 3 }).put(archive, release)
    const { name, version, digest } = release
    expect(kept).toEqual({
      ...{ name, version, digest, id: String(service.artifacts.at(-1)?.id) },
      url: `http://github.localhost/acme/region-one/actions/runs/42/artifacts/${kept.id}`,
    })
    expect(service.artifacts.at(-1)).toMatchObject({ name: artifactName(release), done: true })
    const days = (Date.parse(service.artifacts.at(-1)?.expiresAt ?? '') - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(3)
    for (const wanted of [{ version }, { digest }, { name, version }, { name, version, digest }]) {
      const later = store()
      const found = await later.find(wanted)
      expect(found).toEqual(kept)
      if (!found) continue
      const path = await later.fetch(found, await temporaryFolder())
      expect(await readFile(path)).toEqual(await readFile(archive))
    }
    expect(await store().find({ version: '9.9.9' })).toBeUndefined()
  })

  test('the same release is not uploaded twice, and another release of the same version is refused', async () => {
    const { archive, release } = await packed(temporaryFolder)
    const other = await packed(temporaryFolder, '1.0.0', 'second')
    const kept = await store().put(archive, release)
    expect(await store().put(archive, release)).toEqual(kept)
    await expectCode(
      store().put(other.archive, other.release),
      'version_exists',
      release.digest,
      other.release.digest,
    )
    expect(service.artifacts.filter((one) => one.run === `run-${run}`)).toHaveLength(1)
  })

  test('an interrupted upload blocks its name, and the error says so', async () => {
    const { archive, release } = await packed(temporaryFolder)
    service.server.fail(/FinalizeArtifact/, { kind: 'status', status: 400, body: { code: 'x', msg: 'no' } })
    await expectCode(store().put(archive, release), 'store_refused', 'no')
    await expectCode(store().put(archive, release), 'upload_broken_off', 'already exists')
  })

  test('another run finds them by version, by digest and by both, with only a token', async () => {
    const { archive, release } = await packed(temporaryFolder)
    const { name, version, digest } = release
    await store().put(archive, release)
    await publish()
    nextRun()
    for (const wanted of [{ version }, { digest }, { name, version, digest }]) {
      const found = await store({ repository: everywhere() }).find(wanted)
      expect(found).toMatchObject({ name, version, digest })
      if (!found) continue
      const path = await everywhere().fetch(found, await temporaryFolder())
      expect(await readFile(path)).toEqual(await readFile(archive))
    }
    const exact = rest.server.received.findLast(({ path }) => path.endsWith('/actions/artifacts'))
    expect(exact?.query.get('name')).toBe(artifactName(release))
    // the signed URL of the storage needs no token, and gets none
    expect(rest.server.calls().filter((call) => call.includes('/zip'))).toHaveLength(3)
  })

  test('a version that another run used for another release is refused', async () => {
    const { archive, release } = await packed(temporaryFolder)
    await store().put(archive, release)
    await publish()
    nextRun()
    const other = await packed(temporaryFolder, '1.0.0', 'second')
    const later = store({ repository: everywhere() })
    await expectCode(later.put(other.archive, other.release), 'version_exists', release.digest)
    expect(service.artifacts.filter((one) => one.run === `run-${run}`)).toEqual([])
  })

  test('an archive with other content is refused with both digests, and leaves no file', async () => {
    const { archive, release } = await packed(temporaryFolder)
    const other = await packed(temporaryFolder, '1.0.0', 'second')
    await store().put(archive, release)
    const blob = service.artifacts.at(-1)?.blob ?? ''
    await service.azurite.container.getBlockBlobClient(blob).uploadFile(other.archive)
    const scratch = await temporaryFolder()
    const sources = { folder: scratch, store: 'x', scratch, openStore: async () => store() }
    await expectCode(
      withRelease({ release: '1.0.0', digest: undefined }, sources, { log: silentLog }, async () => {}),
      'digest_mismatch',
      release.digest,
      other.release.digest,
    )
    expect(await readdir(scratch)).toEqual([])
  })

  test('artifacts of a run for a fork do not count', async () => {
    const { archive, release } = await packed(temporaryFolder)
    await store().put(archive, release)
    await publish({ headRepository: 666 })
    expect(await everywhere().find({ version: '1.0.0' })).toBeUndefined()
    expect(await everywhere().find(release)).toBeUndefined()
  })

  test('an expired artifact is named, with a remedy', async () => {
    const { archive, release } = await packed(temporaryFolder)
    await store().put(archive, release)
    await publish({ expired: true })
    await expectCode(everywhere().find({ version: '1.0.0' }), 'release_expired', '2026-11-20T12:00:00Z')
    const reference = { ...release, id: String(rest.artifacts[0]?.id), url: null }
    await expectCode(everywhere().fetch(reference, await temporaryFolder()), 'release_expired', '410')
  })
})

describe('a faulty artifact service', () => {
  test('a request is repeated after 500', async () => {
    const { archive, release } = await packed(temporaryFolder)
    const fault = { kind: 'status', status: 500, body: { code: 'internal', msg: 'try again' } } as const
    service.server.fail(/CreateArtifact/, fault, 2)
    const kept = await store().put(archive, release)
    expect(await store().find({ version: '1.0.0' })).toEqual(kept)
  })

  test.each([
    ['list', /ListArtifacts/],
    ['upload', /CreateArtifact/],
  ])('a request that hangs at the %s ends after our own time limit', async (what, match) => {
    const { archive, release } = await packed(temporaryFolder)
    service.server.fail(match, { kind: 'hang' })
    const short = store({ timeoutMs: { ask: 500, transfer: 500 } })
    await expectCode(short.put(archive, release), 'store_timeout', what, '500 ms')
  })

  test('a download that hangs leaves no file', async () => {
    const { archive, release } = await packed(temporaryFolder)
    const kept = await store().put(archive, release)
    service.server.fail(/GetSignedArtifactURL/, { kind: 'hang' })
    const short = store({ timeoutMs: { ask: 10_000, transfer: 300 } })
    await short.find({ version: '1.0.0' })
    const into = await temporaryFolder()
    await expectCode(short.fetch(kept, into), 'store_timeout', 'download')
    expect(await readdir(into)).toEqual([])
  })

  test('a refused run is reported', async () => {
    const { archive, release } = await packed(temporaryFolder)
    const fault = {
      kind: 'status',
      status: 403,
      body: { code: 'permission_denied', msg: 'run is over' },
    } as const
    service.server.fail(/CreateArtifact/, fault)
    await expectCode(store().put(archive, release), 'store_denied', 'run is over')
  })

  test('the remedy names the permission that a token lacks', async () => {
    rest.permissions.actions = false
    const error = await everywhere()
      .find({ version: '1.0.0' })
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'store_denied', remedy: expect.stringContaining('actions: read') })
    expect(String(error)).not.toContain(rest.token)
  })

  test('without the permission, a run can still store and find its own artifacts', async () => {
    rest.permissions.actions = false
    const { archive, release } = await packed(temporaryFolder)
    const kept = await store({ repository: everywhere() }).put(archive, release)
    expect(await store({ repository: everywhere() }).find({ version: '1.0.0' })).toEqual(kept)
  })

  test.each([
    ['no workflow run', { ACTIONS_RUNTIME_TOKEN: '' }],
    ["a server of one's own", { GITHUB_SERVER_URL: 'https://git.example.org' }],
  ])('%s has no artifacts', async (_where, env) => {
    Object.assign(process.env, env)
    await expectCode(store().find({ version: '1.0.0' }), 'artifacts_unavailable')
  })

  test('a cancelled job does not wait', async () => {
    service.server.fail(/ListArtifacts/, { kind: 'hang' })
    const controller = new AbortController()
    const asked = store().find({ version: '1.0.0' }, controller.signal)
    controller.abort(new Error('cancelled by the test'))
    await expect(asked).rejects.toThrow('cancelled by the test')
  })

  test('an artifact of several files is refused', async () => {
    const { archive, release } = await packed(temporaryFolder)
    const kept = await store().put(archive, release)
    const client = new DefaultArtifactClient()
    client.downloadArtifact = async (_id, options) => {
      for (const name of ['a', 'b']) await writeFile(join(options?.path ?? '', name), '')
      return {}
    }
    const odd = store({ client })
    await odd.find({ version: '1.0.0' })
    await expectCode(odd.fetch(kept, await temporaryFolder()), 'store_corrupt')
  })
})
