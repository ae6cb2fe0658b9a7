import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** Bytes that are compressed at once. The same everywhere, so that the number of cores changes nothing. */
const BLOCK = 1024 * 1024

/**
 * Compress a stream on all cores: each block becomes a gzip member of its own, and members one behind the other are
 * one gzip file.
 */
export async function* gzipped(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const underWay: Promise<Buffer>[] = []
  for await (const block of blocksOf(source)) {
    const member = compress(block)
    member.catch(() => {}) // told to whoever takes it
    underWay.push(member)
    if (underWay.length > availableParallelism()) yield (await underWay.shift()) as Buffer
  }
  for (const member of underWay) yield await member
}

async function compress(block: Buffer): Promise<Buffer> {
  const member = await promisify(gzip)(block, { level: 6 })
  member[9] = 255 // the field that names the operating system: unknown
  return member
}

async function* blocksOf(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of source) {
    for (let rest = piece; rest.length > 0; ) {
      const part = rest.subarray(0, BLOCK - bytes)
      rest = rest.subarray(part.length)
      pieces.push(part)
      bytes += part.length
      if (bytes < BLOCK) continue
      yield Buffer.concat(pieces)
      pieces = []
      bytes = 0
    }
  }
  if (bytes > 0) yield Buffer.concat(pieces)
}
