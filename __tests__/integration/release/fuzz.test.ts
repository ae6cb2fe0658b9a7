import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { UserError } from '../../../src/platform/errors.js'
import { openRelease, unpackRelease } from '../../../src/release/open.js'
import { build } from '../../support/release.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()

/** More of them: RELEASE_FUZZ=10000, and the same ones again: RELEASE_FUZZ_SEED=… */
const RUNS = Number(process.env.RELEASE_FUZZ ?? 1_000)
const SEED = Number(process.env.RELEASE_FUZZ_SEED ?? Date.now() % 2 ** 31)

describe(`an archive with one change at a random place (RELEASE_FUZZ_SEED=${SEED})`, () => {
  test(`${RUNS} changed bytes and cuts: each is refused, or does not affect the content`, async () => {
    const { result, output } = await build(temporaryFolder)
    const good = await readFile(result.path)
    const content = gunzipSync(good)
    const { document } = await openRelease(result.path)
    const random = randomNumbers(SEED)
    const path = join(output, 'changed.tar.gz')
    let cuts = 0
    for (let run = 0; run < RUNS; run++) {
      const cut = random(4) === 0
      const at = random(good.length)
      const changed = cut ? good.subarray(0, at) : changedAt(good, at, 1 + random(255))
      if (cut) cuts++
      await writeFile(path, changed)
      const opened = await openRelease(path, result.digest).catch((error: unknown) => error)
      if (opened instanceof UserError) {
        expect(opened.code).toMatch(/^release_(?:unreadable|corrupt)$|^digest_mismatch$/)
        continue
      }
      // a time in gzip's header, say, or bits that only fill up a byte: the content has to be the same then
      expect({ run, at, cut, opened }).toMatchObject({ cut: false, opened: { document } })
      expect(gunzipSync(changed).equals(content)).toBe(true)
    }
    expect(cuts).toBeGreaterThan(RUNS / 8)
  })

  test('a refused archive is not unpacked, not even in part', async () => {
    const { result, output } = await build(temporaryFolder)
    const release = await openRelease(result.path)
    const good = await readFile(result.path)
    const random = randomNumbers(SEED + 1)
    const path = join(output, 'changed.tar.gz')
    const parent = join(output, 'parent')
    await mkdir(parent)
    for (let run = 0; run < RUNS / 20; run++) {
      const at = 10 + random(good.length - 10)
      await writeFile(path, run % 2 === 0 ? good.subarray(0, at) : changedAt(good, at, 1 + random(255)))
      await expect(unpackRelease({ ...release, path }, join(parent, 'release'))).rejects.toBeInstanceOf(
        UserError,
      )
      expect(await readdir(parent)).toEqual([])
    }
  })
})

function changedAt(bytes: Buffer, at: number, by: number): Buffer {
  const changed = Buffer.from(bytes)
  changed[at] = ((changed[at] ?? 0) + by) % 256
  return changed
}

/** The same numbers for the same seed (mulberry32). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}
