import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NEWEST_RELEASE, type OpenStackRelease, RELEASES } from '../../openstack/releases.js'
import { packageRoot } from '../../platform/package-root.js'
import { fullFacts } from './changes.js'

/** The facts about one OpenStack release. A kind loads its part when there is a file of the kind. */
export interface Facts {
  /** The release that definitions are checked against. */
  release: OpenStackRelease
  /**
   * Whether `release` is only a guess, because it is neither configured nor detected. Rules then do not report an error
   * for a problem that depends on the release (removed, renamed, not yet available).
   */
  isAssumed: boolean
  /**
   * The content of `data/<name>/<release>.json`. If it was not collected for the release, the nearest older one is used,
   * otherwise the nearest newer one.
   *
   * The caller knows its shape, which `script/facts` writes and tests verify.
   */
  part<Part>(name: string): Part
}

const loaded = new Map<string, unknown>()

/** The facts that Changeover ships. Without a release, those of the newest one, which is then assumed. */
export function shippedFacts(configured?: OpenStackRelease): Facts {
  return factsOf(configured ?? NEWEST_RELEASE, configured === undefined)
}

/** The facts of a release that is configured, detected or assumed. */
export function factsOf(release: OpenStackRelease, isAssumed: boolean): Facts {
  return { release, isAssumed, part: <Part>(name: string) => load(name, release) as Part }
}

function load(name: string, release: OpenStackRelease): unknown {
  const key = `${name}/${release}`
  if (!loaded.has(key)) loaded.set(key, read(name, release))
  return loaded.get(key)
}

function read(name: string, release: OpenStackRelease): unknown {
  const folder = join(packageRoot(), 'data', name)
  const collected = collectedReleases(folder)
  const at = RELEASES.indexOf(release)
  const nearestFirst = [...RELEASES.slice(0, at + 1).reverse(), ...RELEASES.slice(at + 1)]
  const chosen = nearestFirst.find((candidate) => collected.has(candidate))
  if (!chosen) throw new Error(`there are no facts in data/${name}`)
  return fullFacts((each) => JSON.parse(readFileSync(join(folder, `${each}.json`), 'utf8')), chosen)
}

function collectedReleases(folder: string): Set<string> {
  return new Set(readdirSync(folder).flatMap((file) => /^(.+)\.json$/.exec(file)?.slice(1) ?? []))
}
