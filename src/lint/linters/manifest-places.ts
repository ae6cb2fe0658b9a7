import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MANIFEST_FILE } from '../../manifest/load.js'
import { parseYaml } from '../../yaml/parse.js'
import type { Range } from '../../yaml/source.js'
import { asScalar, asSequence, childOf } from '../../yaml/tree.js'

const FILE_START: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

/** Where each check's name stands in the manifest. */
export async function checkPlaces(root: string): Promise<(name: string) => Range> {
  const { documents } = parseYaml(await readFile(join(root, MANIFEST_FILE), 'utf8').catch(() => ''))
  const checks = asSequence(childOf(childOf(documents[0], 'validate'), 'checks'))
  const places = new Map<string, Range>()
  for (const item of checks?.items ?? []) {
    const name = asScalar(childOf(item, 'name'))
    if (name) places.set(name.text, name.range)
  }
  return (name) => places.get(name) ?? FILE_START
}
