import { testGit } from '../../support/repository.js'
import type { ReleasePool } from './release-pool.js'
import { endOf, type RunEnd, type SurvivalSite } from './site.js'

/** Many runs that were started at once, and how each ended. */
export interface Crowd {
  ends: RunEnd[]
  flaws: string[]
}

/**
 * Start deploys of two releases and rollbacks together.
 *
 * @param folders the repositories that they work in, in turn: one that all share, or clones
 */
export async function runCrowd(
  site: SurvivalSite,
  pool: ReleasePool,
  count: number,
  folders: readonly string[],
): Promise<Crowd> {
  const { blue, green, live } = await site.state()
  const idle = (live === 'blue' ? green : blue)?.release.version
  const releases = [await pool.unused(site), pool.archive(idle)]
  const runs = Array.from({ length: count }, (_, n) => {
    const release = releases[n % 3]
    const args = release === undefined ? ['rollback'] : ['deploy', '-r', release]
    return site.start(args, { cwd: folders[n % folders.length] ?? site.cli.repository })
  })
  const ends = (await Promise.all(runs.map(({ ended }) => ended))).map(endOf)
  return { ends, flaws: await site.flaws() }
}

/** A clone of the ledger's repository, as another runner has it. */
export async function cloneOf(site: SurvivalSite, name: string, ...options: string[]): Promise<string> {
  await testGit(site.cli.repository, 'push', '--quiet', 'origin', 'HEAD:refs/heads/main')
  // a path alone would be linked to, without regard to depth and filter
  await testGit(site.cli.root, 'clone', '--quiet', ...options, `file://${site.bare}`, name)
  return `${site.cli.root}/${name}`
}
