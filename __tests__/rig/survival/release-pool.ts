import type { SurvivalSite } from './site.js'

/** Three releases of a site: one of them is always on neither color. */
export class ReleasePool {
  private constructor(private readonly archives: ReadonlyMap<string, string>) {}

  /** Package three releases, and deploy two of them. */
  static async make(site: SurvivalSite): Promise<ReleasePool> {
    const archives = new Map<string, string>()
    for (const version of ['1.0.0', '2.0.0', '3.0.0']) archives.set(version, await site.release(version))
    const pool = new ReleasePool(archives)
    for (const version of ['1.0.0', '2.0.0']) await pool.deploy(site, archives.get(version))
    return pool
  }

  /** The archive of a version. */
  archive(version: string | undefined): string {
    const path = version && this.archives.get(version)
    if (!path) throw new Error(`there is no release ${version}`)
    return path
  }

  /** The archive of a release that no color holds. */
  async unused(site: SurvivalSite): Promise<string> {
    const { blue, green } = await site.state()
    const held = [blue, green].map((slot) => slot?.release.version)
    const [archive] = [...this.archives].flatMap(([version, path]) => (held.includes(version) ? [] : [path]))
    if (archive === undefined) throw new Error('every release is on a color')
    return archive
  }

  /** Let a release be live, and the one before it stand by. */
  async deploy(site: SurvivalSite, archive: string | undefined): Promise<void> {
    const end = await site.run('deploy', '-r', archive ?? (await this.unused(site)))
    if (end.result?.outcome !== 'promoted')
      throw new Error(`the site is not well: ${end.stdout}${end.stderr}`)
  }
}

/** Whether there is a release that users came from, and can go back to. */
export async function hasStandby(site: SurvivalSite): Promise<boolean> {
  const { blue, green } = await site.state()
  return [blue, green].some((slot) => slot?.state === 'standby')
}
