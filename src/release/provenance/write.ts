import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Variables } from '../../manifest/values.js'
import { sha256OfFile, writeFileAtomic } from '../../platform/files.js'
import { packageVersion } from '../../platform/package-root.js'
import { sha256OfArchive } from '../archive.js'
import type { Bom } from '../dependencies/cyclonedx.js'
import { countsOf, writeDependencies } from '../dependencies/write.js'
import { peekRelease } from '../read-document.js'
import type { PackageResult } from '../result.js'
import { dependenciesPath, statementPath } from './beside.js'
import { buildRunOf } from './build-run.js'
import { type ProvenanceStatement, provenanceStatement } from './statement.js'

/** A release, and the statement beside it. */
export interface Described {
  result: PackageResult & Required<Pick<PackageResult, 'dependencies' | 'provenance'>>
  statement: ProvenanceStatement
}

/**
 * Write the list of dependencies and the statement beside an archive. Existing files about the same bytes are kept: they
 * name the run that packaged the archive.
 *
 * @param run the environment of the process, the start of the run, and the clock
 */
export async function describeRelease(
  made: PackageResult,
  run: { env: Variables; startedOn: Date; now: () => Date },
): Promise<Described> {
  const archive = made.path
  const sha256 = await sha256OfArchive(archive)
  const there = await describedAlready(archive, sha256)
  const { statement, dependencies } = there ?? (await describe(made, sha256, run))
  const bundle = { bundle: null, attestation_id: null, attestation_url: null }
  const provenance = { statement: statementPath(archive), ...bundle }
  return { result: { ...made, dependencies, provenance }, statement }
}

async function describe(
  { path: archive }: PackageResult,
  sha256: string,
  { env, startedOn, now }: { env: Variables; startedOn: Date; now: () => Date },
) {
  const document = await peekRelease(archive)
  const dependencies = await writeDependencies(archive, document)
  const listed = await sha256OfFile(dependencies.path)
  const statement = provenanceStatement({
    ...{ archive, sha256, document, finishedOn: now(), tool: packageVersion() },
    run: buildRunOf(env, startedOn),
    byproducts: [{ name: basename(dependencies.path), digest: { sha256: listed } }],
  })
  await writeFileAtomic(statementPath(archive), `${JSON.stringify(statement, null, 2)}\n`)
  return { statement, dependencies }
}

/** The existing files beside the archive, if they are about these bytes and valid. */
async function describedAlready(archive: string, sha256: string) {
  try {
    const path = dependenciesPath(archive)
    const list = await readFile(path, 'utf8')
    const listed = await sha256OfFile(path)
    const statement = JSON.parse(await readFile(statementPath(archive), 'utf8')) as ProvenanceStatement
    const { subject, predicate } = statement
    const [about] = subject
    const [byproduct] = predicate.runDetails.byproducts ?? []
    if (about?.digest.sha256 !== sha256 || about.name !== basename(archive)) return undefined
    if (byproduct?.digest.sha256 !== listed) return undefined
    return { statement, dependencies: { path, ...countsOf(JSON.parse(list) as Bom) } }
  } catch {
    return undefined
  }
}
