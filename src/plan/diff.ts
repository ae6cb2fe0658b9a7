import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Definition } from '../lint/engine/definition.js'
import { readDefinition } from '../lint/engine/files/read.js'
import { isDefinitionName } from '../lint/engine/files/recognize.js'
import { changedFiles, type FileChanges, type ReleaseFile } from '../release/document.js'
import { type Release, unpackRelease } from '../release/open.js'
import { type MeaningChanges, meaningChanges } from './meaning.js'
import { textDiff } from './text-diff.js'

/** One of the two compared releases. */
export interface ComparedRelease {
  name: string
  version: string
  digest: string
  commit: string
}

/** The result of `diff`, part of the machine contract. */
export interface DiffResult {
  schema: 'changeover/diff/v1'
  outcome: 'identical' | 'different'
  before: ComparedRelease
  after: ComparedRelease
  files: FileChanges
  /** The changes in meaning, by kind. */
  kinds: MeaningChanges
  /** The output of `git diff`, if it was requested. */
  text?: string
}

/**
 * Compare two releases: their files, and the meaning of their definitions.
 *
 * @param withText add the changed lines, which may contain secrets
 * @throws UserError as `unpackRelease`
 */
export async function diffReleases(old: Release, now: Release, withText = false): Promise<DiffResult> {
  const files = changedFiles(old.document.files, now.document.files)
  const isSame = files.added.length + files.changed.length + files.removed.length === 0
  const result: DiffResult = {
    schema: 'changeover/diff/v1',
    outcome: isSame ? 'identical' : 'different',
    before: compared(old),
    after: compared(now),
    files,
    kinds: {},
    ...(withText ? { text: '' } : {}),
  }
  return isSame ? result : { ...result, ...(await comparedInDepth(old, now, withText)) }
}

function compared({ document: { name, version, digest, commit } }: Release): ComparedRelease {
  return { name, version, digest, commit }
}

async function comparedInDepth(
  old: Release,
  now: Release,
  withText: boolean,
): Promise<Pick<DiffResult, 'kinds' | 'text'>> {
  const folder = await mkdtemp(join(tmpdir(), 'changeover-diff-'))
  try {
    const [before, after] = [join(folder, 'before'), join(folder, 'after')]
    await unpackRelease(old, before)
    await unpackRelease(now, after)
    const read = new Map<string, Definition | undefined>()
    const kinds = meaningChanges(
      await definitionsOf(before, old.document.files, read),
      await definitionsOf(after, now.document.files, read),
    )
    return { kinds, ...(withText ? { text: await textDiff(folder, before, after) } : {}) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @param read the definitions read so far: most files are the same in both releases */
async function definitionsOf(
  folder: string,
  files: readonly ReleaseFile[],
  read: Map<string, Definition | undefined>,
): Promise<Definition[]> {
  const definitions: Definition[] = []
  for (const { path, type, sha256 } of files) {
    if (type !== 'file' || !isDefinitionName(path)) continue // the target of a link is compared on its own
    const key = `${sha256} ${path}`
    if (!read.has(key)) read.set(key, await readDefinition(join(folder, path), path))
    const definition = read.get(key)
    if (definition) definitions.push(definition)
  }
  return definitions
}
