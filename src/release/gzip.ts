import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** Bytes that are compressed at once. The same everywhere, so that the number of cores changes nothing. */
const BLOCK = 1024 * 1024

/**
 * Compress a stream on all cores: each block becomes a gzip member of its own, and members one behind the other are
 * one gzip file. Blocks are used again, so that memory does not grow with what goes through.
 */
export async function* gzipped(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const free: Buffer[] = []
  const underWay: Promise<Buffer>[] = []
  for await (const { block, length } of blocksOf(source, free)) {
    const member = compress(block.subarray(0, length)).finally(() => free.push(block))
    member.catch(() => {}) // told to whoever takes it
    underWay.push(member)
    if (underWay.length > availableParallelism()) yield (await underWay.shift()) as Buffer
  }
  for (const member of underWay) yield await member
}

async function compress(content: Buffer): Promise<Buffer> {
  const member = await promisify(gzip)(content, { level: 6 })
  member[9] = 255 // the field that names the operating system: unknown
  return member
}

async function* blocksOf(
  source: AsyncIterable<Buffer>,
  free: Buffer[],
): AsyncGenerator<{ block: Buffer; length: number }> {
  const next = () => free.pop() ?? Buffer.allocUnsafeSlow(BLOCK)
  let block = next()
  let length = 0
  for await (const piece of source) {
    for (let at = 0; at < piece.length; ) {
      const copied = piece.copy(block, length, at)
      at += copied
      length += copied
      if (length < BLOCK) continue
      yield { block, length }
      block = next()
      length = 0
    }
  }
  if (length > 0) yield { block, length }
}
