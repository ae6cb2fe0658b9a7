import { readdir, readFile, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { GitHubReleaseStore } from '../../../../src/drivers/stores/github/release.js'
import { GitHubRest } from '../../../rig/github-api.js'
import { testGitHub } from '../../../support/git-hub.js'
import { expectCode, expectCompanions, packed } from '../../../support/store.js'
import { temporaryFolders } from '../../../support/temp.js'

const temporaryFolder = temporaryFolders()
let rest: GitHubRest

beforeEach(async () => {
  rest = await GitHubRest.start()
})
afterEach(() => rest.stop())

function store(): GitHubReleaseStore {
  const gitHub = testGitHub({ url: rest.server.url, token: rest.token }, { timeoutMs: 500 })
  return new GitHubReleaseStore(gitHub, rest.repository)
}

function changes(): string[] {
  return rest.server.calls().filter((call) => !call.startsWith('GET '))
}

describe('assets of GitHub releases', () => {
  test('a release is drafted at its commit, uploaded, published, and found by all its names', async () => {
    const { archive, release } = await packed(temporaryFolder)
    const kept = await store().put(archive, release)
    expect(rest.releases).toMatchObject([
      { tag: '1.0.0', target: release.commit, name: 'region-one 1.0.0', draft: false },
    ])
    expect(rest.releases[0]?.assets).toMatchObject([
      { name: 'region-one-1.0.0.tar.gz', label: `region-one 1.0.0 ${release.digest}` },
    ])
    const { name, version, digest } = release
    for (const wanted of [{ version }, { digest }, { name, version, digest }]) {
      const found = await store().find(wanted)
      expect(found).toEqual(kept)
      if (!found) continue
      const path = await store().fetch(found, await temporaryFolder())
      expect(await readFile(path)).toEqual(await readFile(archive))
    }
    expect(await store().find({ version: '2.0.0' })).toBeUndefined()
    expect(await store().find({ name: 'region-two', version })).toBeUndefined()
  })

  test('storing it again changes nothing, and another release of that version is refused', async () => {
    const { archive, release } = await packed(temporaryFolder)
    const kept = await store().put(archive, release)
    const done = changes().length
    expect(await store().put(archive, release)).toEqual(kept)
    expect(changes()).toHaveLength(done)
    const other = await packed(temporaryFolder, '1.0.0', 'second')
    await expectCode(
      store().put(other.archive, other.release),
      'version_exists',
      release.digest,
      other.release.digest,
    )
    expect(changes()).toHaveLength(done)
  })

  test('an existing release of the tag is used: published or a draft, with or without a v', async () => {
    const { archive, release } = await packed(temporaryFolder)
    rest.release('v1.0.0', true)
    await store().put(archive, release)
    expect(rest.releases).toMatchObject([{ tag: 'v1.0.0', draft: false, assets: [{}] }])
    const second = await packed(temporaryFolder, 'v2.0.0')
    rest.release('v2.0.0', false, [
      { name: 'notes.txt', label: '', state: 'uploaded', content: Buffer.from('notes') },
    ])
    await store().put(second.archive, second.release)
    expect(rest.releases[1]?.assets).toHaveLength(2)
    expect(await store().find({ version: 'v2.0.0' })).toMatchObject({ digest: second.release.digest })
  })

  test.each([
    ['before the upload', /POST .*assets/],
    ['before it was published', /PATCH/],
  ])('a run that died %s is continued', async (_when, match) => {
    const { archive, release } = await packed(temporaryFolder)
    rest.server.fail(match, { kind: 'status', status: 400, body: { message: 'died' } })
    await expectCode(store().put(archive, release), 'store_refused', 'died')
    expect(await store().find({ version: '1.0.0' })).toBeUndefined()
    await store().put(archive, release)
    expect(rest.releases).toMatchObject([{ draft: false, assets: [{ state: 'uploaded' }] }])
    expect(changes().filter((call) => call.endsWith('/releases'))).toHaveLength(1)
  })

  test('an incomplete upload is replaced', async () => {
    const { archive, release } = await packed(temporaryFolder)
    const label = `region-one 1.0.0 ${release.digest}`
    const half = {
      name: 'region-one-1.0.0.tar.gz',
      label,
      state: 'starter' as const,
      content: Buffer.alloc(0),
    }
    rest.release('1.0.0', true, [half])
    const kept = await store().put(archive, release)
    const path = await store().fetch(kept, await temporaryFolder())
    expect(await readFile(path)).toEqual(await readFile(archive))
  })

  test('companions are stored and returned, also after a run that died', async () => {
    const one = await packed(temporaryFolder)
    rest.server.fail(/PATCH/, { kind: 'status', status: 400 })
    await writeFile(`${one.archive}.sigstore.json`, '{"bundle": true}')
    await expectCode(store().put(one.archive, one.release), 'store_refused')
    const [draft] = rest.releases
    if (draft) draft.assets = draft.assets.filter(({ name }) => name.endsWith('.json')) // the archive never arrived
    await expectCompanions(store, one, temporaryFolder)
    expect(rest.releases).toHaveLength(1)
  })

  test('assets with invalid labels are not releases', async () => {
    const content = Buffer.from('x')
    const digest = `sha256:${'0'.repeat(64)}`
    const labels = [`../../etc 1.0.0 ${digest}`, `region-one ../1.0.0 ${digest}`, 'region-one 1.0.0 sha256:1']
    const assets = labels.map((label, n) => ({ name: `a${n}`, label, state: 'uploaded' as const, content }))
    rest.release('1.0.0', false, assets)
    expect(await store().find({ version: '1.0.0' })).toBeUndefined()
    expect(await store().find({ digest })).toBeUndefined()
  })

  test('searches several pages of releases', async () => {
    const { archive, release } = await packed(temporaryFolder)
    await store().put(archive, release)
    for (let n = 0; n < 120; n++) rest.release(`0.${n}`, false)
    expect(await store().find({ digest: release.digest })).toMatchObject({ version: '1.0.0' })
  })
})

describe('a faulty GitHub', () => {
  test('a request is repeated after 502, but nothing is created twice', async () => {
    const { archive, release } = await packed(temporaryFolder)
    rest.server.fail(/GET .*tags/, { kind: 'status', status: 502, body: 'bad gateway' }, 2)
    await store().put(archive, release)
    rest.server.fail(/POST .*releases$/, { kind: 'status', status: 502, body: 'bad gateway' })
    const second = await packed(temporaryFolder, '2.0.0')
    await expectCode(store().put(second.archive, second.release), 'store_refused', '502')
    expect(rest.releases).toHaveLength(1)
  })

  test('a request that hangs is named', async () => {
    rest.server.fail(/GET/, { kind: 'hang' })
    await expectCode(store().find({ version: '1.0.0' }), 'store_timeout', '500 ms')
  })

  test.each([
    ['stalls', { kind: 'stall', after: 100 }, 'store_timeout'],
    ['is cut off every time', { kind: 'cut', after: 100 }, 'store_unreachable'],
  ] as const)('a download that %s leaves no file', async (_how, fault, code) => {
    const { archive, release } = await packed(temporaryFolder)
    const kept = await store().put(archive, release)
    rest.server.fail(/GET .*assets/, fault, 3)
    const into = await temporaryFolder()
    await expectCode(store().fetch(kept, into), code)
    expect(await readdir(into)).toEqual([])
  })

  test('a download that is cut off once starts again', async () => {
    const { archive, release } = await packed(temporaryFolder)
    const kept = await store().put(archive, release)
    rest.server.fail(/GET .*assets/, { kind: 'cut', after: 100 })
    const path = await store().fetch(kept, await temporaryFolder())
    expect(await readFile(path)).toEqual(await readFile(archive))
  })

  test('a server that is down is named', async () => {
    const gone = store()
    await rest.stop()
    await expectCode(gone.find({ version: '1.0.0' }), 'store_unreachable', 'ECONNREFUSED')
  })

  test.each([
    ['read', 'contents: write'],
    ['none', 'contents: read'],
  ] as const)(
    'the remedy names the permission that a token with contents %s lacks',
    async (contents, needed) => {
      const { archive, release } = await packed(temporaryFolder)
      rest.permissions.contents = contents
      const error = await store()
        .put(archive, release)
        .catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ code: 'store_denied', remedy: expect.stringContaining(needed) })
      expect(rest.releases).toEqual([])
    },
  )

  test('a rate limit is not reported as a missing permission', async () => {
    const headers = { 'x-ratelimit-remaining': '0' }
    rest.server.fail(/GET/, {
      kind: 'status',
      status: 403,
      headers,
      body: { message: 'API rate limit exceeded' },
    })
    await expectCode(store().find({ version: '1.0.0' }), 'store_busy', 'rate limit')
  })

  test.each([
    ['text', 'not JSON'],
    ['another shape', { tag_name: 1 }],
    ['nothing', undefined],
  ])('an answer that is %s is refused', async (_what, body) => {
    rest.server.fail(/GET/, { kind: 'status', status: 200, ...(body === undefined ? {} : { body }) })
    await expectCode(store().find({ version: '1.0.0' }), 'store_refused', 'unexpected answer')
  })

  test('a redirect does not get the token', async () => {
    const elsewhere = await GitHubRest.start()
    try {
      const location = `${elsewhere.server.url}/stolen`
      rest.server.fail(/GET .*assets/, { kind: 'status', status: 302, headers: { location } })
      const reference = { name: 'x', version: '1', digest: `sha256:${'0'.repeat(64)}`, id: '1', url: null }
      await expectCode(store().fetch(reference, await temporaryFolder()), 'store_denied')
      expect(elsewhere.server.received[0]?.headers.authorization).toBeUndefined()
    } finally {
      await elsewhere.stop()
    }
  })
})
