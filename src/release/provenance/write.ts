import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { writeFileAtomic } from '../../platform/files.js'
import { packageVersion } from '../../platform/package-root.js'
import type { DependenciesResult } from '../dependencies/write.js'
import { writeDependencies } from '../dependencies/write.js'
import { peekRelease } from '../read-manifest.js'
import type { BuildRun } from './build-run.js'
import { sha256OfFile } from './digest.js'
import { statementPath } from './names.js'
import { type ProvenanceStatement, provenanceStatement } from './statement.js'

/** What lies beside an archive. */
export interface Beside {
  dependencies: DependenciesResult
  statement: { path: string; content: ProvenanceStatement }
}

/**
 * Write beside an archive what its definitions take from elsewhere, and where it comes from. A statement about these
 * bytes that is there already stays: it tells of the run that made them.
 *
 * @param now the clock
 */
export async function writeBeside(archive: string, run: BuildRun, now: () => Date): Promise<Beside> {
  const manifest = await peekRelease(archive)
  const dependencies = await writeDependencies(archive, manifest)
  const [sha256, listed] = [await sha256OfFile(archive), await sha256OfFile(dependencies.path)]
  const content = provenanceStatement({
    ...{ archive, sha256, manifest, run, finishedOn: now(), tool: packageVersion() },
    byproducts: [{ name: basename(dependencies.path), digest: { sha256: listed } }],
  })
  const path = statementPath(archive)
  const there = await statementThere(path, content)
  if (!there) await writeFileAtomic(path, `${JSON.stringify(content, null, 2)}\n`)
  return { dependencies, statement: { path, content: there ?? content } }
}

async function statementThere(
  path: string,
  made: ProvenanceStatement,
): Promise<ProvenanceStatement | undefined> {
  try {
    const there = JSON.parse(await readFile(path, 'utf8')) as Partial<ProvenanceStatement> | null
    const same = (key: keyof ProvenanceStatement) =>
      JSON.stringify(there?.[key]) === JSON.stringify(made[key])
    const isWhole = there?.predicate?.runDetails?.byproducts !== undefined
    return isWhole && (['_type', 'predicateType', 'subject'] as const).every(same)
      ? (there as ProvenanceStatement)
      : undefined
  } catch {
    return undefined // none, or nothing that can be used: it is written anew
  }
}
