import type { Color } from '../../src/drivers/color.js'
import type { PackageGroup } from './packages.js'
import type { Site } from './site.js'

/** One part of the cloud: how it is prepared once, and started. */
export interface Service {
  name: string
  /** Parts that must run before this one starts. Only the database must run before it is prepared. */
  needs: readonly string[]
  packages: readonly PackageGroup[]
  /** Whether it can run once for each color. */
  colored?: boolean
  /** The names of its processes. It runs when all of them do. */
  processes(color: Color | undefined): readonly string[]
  /** Write its configuration, make its database. */
  prepare?(site: Site, color: Color | undefined): Promise<void>
  /** Start its processes and wait until they answer. */
  start(site: Site, color: Color | undefined): Promise<void>
}
