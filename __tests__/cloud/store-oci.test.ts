import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { OciStore } from '../../src/drivers/stores/oci/store.js'
import { expectCode, expectCompanions, packed } from '../support/store.js'
import { temporaryFolders } from '../support/temp.js'
import { RealRegistry } from './registry.js'

const temporaryFolder = temporaryFolders()
const suite = existsSync('/usr/bin/docker-registry') ? describe : describe.skip

suite('a real registry', () => {
  test.each([
    ['without a login', false],
    ['with a login', true],
  ])('keeps releases %s, and gives them back by all their names', async (_how, login) => {
    const registry = await RealRegistry.start(login)
    try {
      const secret = Buffer.from(`${registry.user}:${registry.password}`).toString('base64')
      const access = { registry: registry.host, repository: 'clouds/region-one', secret }
      const store = () => new OciStore(access)
      expect(await store().find({ version: '1.0.0+build' })).toBeUndefined()

      const { archive, release } = await packed(temporaryFolder, '1.0.0+build')
      const kept = await store().put(archive, release)
      expect(await store().put(archive, release)).toEqual(kept)
      const second = await packed(temporaryFolder, '2.0.0')
      await store().put(second.archive, second.release)

      const { name, version, digest } = release
      for (const wanted of [{ version }, { digest }, { name, version, digest }]) {
        const found = await store().find(wanted)
        expect(found).toEqual(kept)
        if (!found) continue
        const path = await store().fetch(found, await temporaryFolder())
        expect(await readFile(path)).toEqual(await readFile(archive))
      }
      const other = await packed(temporaryFolder, '1.0.0+build', 'second')
      await expectCode(
        store().put(other.archive, other.release),
        'version_exists',
        digest,
        other.release.digest,
      )
    } finally {
      await registry.stop()
    }
  })

  test('keeps what lies beside an archive, and gives it back', async () => {
    const registry = await RealRegistry.start(false)
    try {
      const access = { registry: registry.host, repository: 'clouds/region-one', secret: undefined }
      await expectCompanions(() => new OciStore(access), await packed(temporaryFolder), temporaryFolder)
    } finally {
      await registry.stop()
    }
  })

  test('refuses a wrong password, and none', async () => {
    const registry = await RealRegistry.start(true)
    try {
      const access = { registry: registry.host, repository: 'clouds/region-one' }
      const wrong = Buffer.from('robot:wrong').toString('base64')
      for (const secret of [wrong, undefined]) {
        await expectCode(new OciStore({ ...access, secret }).find({ version: '1.0.0' }), 'store_denied')
      }
    } finally {
      await registry.stop()
    }
  })
})
