import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** Bytes per block. It is constant, so that the output does not depend on the number of cores. */
const BLOCK = 1024 * 1024

/**
 * Compress a stream on all cores. Each block becomes a gzip member; a sequence of members is a gzip file. Blocks are
 * reused, so that memory does not grow with the size of the stream.
 */
export async function* gzipped(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const free: Buffer[] = []
  const underWay: Promise<Buffer>[] = []
  for await (const { block, length } of blocksOf(source, free)) {
    const member = compress(block.subarray(0, length)).finally(() => free.push(block))
    member.catch(() => {}) // thrown where it is awaited
    underWay.push(member)
    if (underWay.length > availableParallelism()) yield (await underWay.shift()) as Buffer
  }
  for (const member of underWay) yield await member
}

async function compress(content: Buffer): Promise<Buffer> {
  const member = await promisify(gzip)(content, { level: 6 })
  member[9] = 255 // the operating system: unknown
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
