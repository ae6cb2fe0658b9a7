import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { secretFor } from '../../../../src/drivers/stores/oci/auth.js'
import { OciStore } from '../../../../src/drivers/stores/oci/store.js'
import { FaultyServer } from '../../../rig/faulty-server.js'
import { Registry } from '../../../rig/registry.js'
import { expectCode, expectCompanions, packed } from '../../../support/store.js'
import { temporaryFolders } from '../../../support/temp.js'

const temporaryFolder = temporaryFolders()
const patience = { timeoutMs: 500, transferMs: 2_000, retries: 2, firstWaitMs: 1 }

/** Work with a registry, and stop it whatever happens. */
async function withRegistry(
  login: Parameters<typeof Registry.start>[0],
  work: (registry: Registry, store: (secret?: string) => OciStore) => Promise<void>,
): Promise<void> {
  const registry = await Registry.start(login)
  const right = Buffer.from(`${registry.user}:${registry.password}`).toString('base64')
  try {
    await work(registry, (secret = right) => {
      const access = { registry: registry.host, repository: 'clouds/region-one', secret, patience }
      return new OciStore(access)
    })
  } finally {
    await registry.stop()
  }
}

describe.each(['none', 'basic', 'bearer'] as const)('an OCI registry with login %s', (login) => {
  test('returns a stored release, found by all its names', async () => {
    await withRegistry(login, async (registry, store) => {
      const { archive, release } = await packed(temporaryFolder, '1.0.0+build')
      const kept = await store().put(archive, release)
      const { name, version, digest } = release
      for (const wanted of [{ version }, { digest }, { name, version, digest }]) {
        const found = await store().find(wanted)
        expect(found).toEqual(kept)
        if (!found) continue
        const path = await store().fetch(found, await temporaryFolder())
        expect(await readFile(path)).toEqual(await readFile(archive))
      }
      expect([...registry.manifests.keys()].sort()).toEqual([
        'region-one-1.0.0_build',
        digest.replace(':', '-'),
      ])
      expect(await store().find({ version: '2.0.0' })).toBeUndefined()
      expect(await store().find({ name, version: '1.0.0_build' })).toBeUndefined()
    })
  })
})

test('a registry stores and returns the companions of an archive', async () => {
  await withRegistry('bearer', async (_registry, store) => {
    await expectCompanions(() => store(), await packed(temporaryFolder), temporaryFolder)
  })
})

describe('a version in a registry', () => {
  test('means one release: the same release changes nothing, another one is refused', async () => {
    await withRegistry('none', async (registry, store) => {
      const { archive, release } = await packed(temporaryFolder)
      const other = await packed(temporaryFolder, '1.0.0', 'second')
      const kept = await store().put(archive, release)
      const before = new Map(registry.manifests)
      expect(await store().put(archive, release)).toEqual(kept)
      await expectCode(
        store().put(other.archive, other.release),
        'version_exists',
        release.digest,
        other.release.digest,
      )
      expect(registry.manifests).toEqual(before)
    })
  })

  test('that another run stores at the same time is noticed', async () => {
    await withRegistry('none', async (registry, store) => {
      const { archive, release } = await packed(temporaryFolder)
      const other = await packed(temporaryFolder, '1.0.0', 'second')
      await store().put(other.archive, other.release)
      const theirs = registry.manifests.get('region-one-1.0.0') ?? ''
      registry.manifests.delete('region-one-1.0.0')
      const { get, set } = registry.manifests
      registry.manifests.set = (tag, text) =>
        set.call(registry.manifests, tag, tag.startsWith('region') ? theirs : text)
      registry.manifests.get = get
      await expectCode(store().put(archive, release), 'version_exists', other.release.digest)
    })
  })

  test('with the manifest of another artifact is not a release', async () => {
    await withRegistry('none', async (registry, store) => {
      registry.manifests.set('region-one-1.0.0', '{"layers": [{"mediaType": "x", "digest": "sha256:1"}]}')
      expect(await store().find({ name: 'region-one', version: '1.0.0' })).toBeUndefined()
      registry.manifests.set('region-one-1.0.0', 'not JSON')
      await expectCode(store().find({ name: 'region-one', version: '1.0.0' }), 'store_refused', 'not JSON')
    })
  })
})

describe('logins', () => {
  test.each(['basic', 'bearer'] as const)(
    'a wrong password is reported (%s) and not shown',
    async (login) => {
      await withRegistry(login, async (_registry, store) => {
        const secret = Buffer.from('robot:wrong-password').toString('base64')
        const error = await store(secret)
          .find({ version: '1.0.0' })
          .catch((thrown: unknown) => thrown)
        expect(error).toMatchObject({ code: 'store_denied' })
        expect(JSON.stringify(error) + String(error)).not.toMatch(/wrong-password|cm9ib3Q/)
      })
    },
  )

  test('a password is not sent without TLS to an address from the registry', async () => {
    const thief = await FaultyServer.start(() => ({ status: 200, body: { token: 'x' } }))
    const registry = await FaultyServer.start(() => ({
      status: 401,
      headers: { 'www-authenticate': `Bearer realm="ftp://127.0.0.1:${thief.port}/token"` },
    }))
    try {
      const access = { registry: `127.0.0.1:${registry.port}`, repository: 'x', secret: 'c2VjcmV0', patience }
      await expectCode(new OciStore(access).find({ version: '1' }), 'store_denied')
      expect(thief.received).toEqual([])
    } finally {
      await registry.stop()
      await thief.stop()
    }
  })

  test('the storage of blobs does not get the login', async () => {
    await withRegistry('basic', async (registry, store) => {
      const { archive, release } = await packed(temporaryFolder)
      const kept = await store().put(archive, release)
      const storage = await FaultyServer.start(({ path }) => ({
        status: 200,
        body: registry.blobs.get(path.slice(1)) ?? '',
      }))
      registry.storage = storage.url
      try {
        const path = await store().fetch(kept, await temporaryFolder())
        expect(await readFile(path)).toEqual(await readFile(archive))
        expect(storage.received[0]?.headers.authorization).toBeUndefined()
      } finally {
        await storage.stop()
      }
    })
  })

  test('come from the environment or from docker login', async () => {
    const folder = await temporaryFolder()
    const auth = Buffer.from('me:mine').toString('base64')
    await writeFile(
      join(folder, 'config.json'),
      JSON.stringify({ auths: { 'registry.example.org': { auth } } }),
    )
    const env = { DOCKER_CONFIG: folder, HOME: folder }
    expect(await secretFor('registry.example.org', env)).toBe(auth)
    expect(await secretFor('other.example.org', env)).toBeUndefined()
    const named = { ...env, CHANGEOVER_REGISTRY_USER: 'a', CHANGEOVER_REGISTRY_PASSWORD: 'b' }
    expect(await secretFor('registry.example.org', named)).toBe(Buffer.from('a:b').toString('base64'))
    await writeFile(join(folder, 'config.json'), 'no JSON')
    await expectCode(secretFor('registry.example.org', env), 'registry_login_unreadable', 'config.json')
  })
})

describe('a faulty registry', () => {
  test('a request is repeated after 503', async () => {
    await withRegistry('none', async (registry, store) => {
      const { archive, release } = await packed(temporaryFolder)
      registry.server.fail(/HEAD/, { kind: 'status', status: 503 }, 2)
      expect(await store().put(archive, release)).toMatchObject({ version: '1.0.0' })
    })
  })

  test.each([
    ['never answers', { kind: 'hang' }, 'store_timeout'],
    ['sends half', { kind: 'stall', after: 50 }, 'store_timeout'],
    ['is cut off', { kind: 'cut', after: 50 }, 'store_unreachable'],
    ['says no', { kind: 'status', status: 404 }, 'store_refused'],
  ] as const)('a download that %s leaves nothing behind', async (_how, fault, code) => {
    await withRegistry('none', async (registry, store) => {
      const { archive, release } = await packed(temporaryFolder)
      const kept = await store().put(archive, release)
      registry.server.fail(/GET .*blobs/, fault, 3)
      const into = await temporaryFolder()
      await expectCode(store().fetch(kept, into), code)
      expect(await readdir(into)).toEqual([])
    })
  })

  test('a refused upload leaves no tag', async () => {
    await withRegistry('none', async (registry, store) => {
      const { archive, release } = await packed(temporaryFolder)
      const body = { errors: [{ code: 'DENIED', message: 'quota exceeded' }] }
      registry.server.fail(/PUT .*uploads/, { kind: 'status', status: 413, body })
      await expectCode(store().put(archive, release), 'store_refused', 'quota exceeded')
      expect(registry.manifests.size).toBe(0)
    })
  })
})
