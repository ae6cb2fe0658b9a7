// Writes one part of the facts:  some-generator | node script/facts/pack.mjs <name> <release>
// The JSON on stdin becomes data/<name>/<release>.json.br. The same input gives the same bytes.
import { mkdir, writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { brotliCompressSync, constants } from 'node:zlib'

const [name, release] = process.argv.slice(2)
if (!/^[a-z][a-z0-9_]*(\/[a-z0-9_]+)?$/.test(name ?? '') || !/^[a-z0-9.]+$/.test(release ?? '')) {
  console.error('usage: node script/facts/pack.mjs <name> <release>  (JSON on stdin)')
  process.exit(2)
}
const facts = JSON.parse(await text(process.stdin))
for (const key of ['source', 'collected']) {
  if (typeof facts[key] !== 'string') throw new Error(`the facts must say their ${key}`)
}
const json = Buffer.from(JSON.stringify(facts))
const packed = brotliCompressSync(json, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: json.length,
  },
})
const folder = new URL(`../../data/${name}/`, import.meta.url)
await mkdir(folder, { recursive: true })
await writeFile(new URL(`${release}.json.br`, folder), packed)
console.log(`data/${name}/${release}.json.br: ${json.length} bytes of JSON, ${packed.length} packed`)
