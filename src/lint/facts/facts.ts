import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NEWEST_RELEASE, type OpenStackRelease, RELEASES } from '../../openstack/releases.js'
import { packageRoot } from '../../platform/package-root.js'
import { fullFacts } from './changes.js'

/** What is known of one OpenStack release; a kind asks for its own part when a file of the kind is there. */
export interface Facts {
  /** The release that definitions are held to. */
  release: OpenStackRelease
  /**
   * Whether nobody said which release it is, so that `release` is only the nearest guess. What is wrong in that one
   * alone (removed, renamed, not there yet) is then no error: rules soften such findings, or say nothing.
   */
  isAssumed: boolean
  /**
   * The part of that name: `data/<name>/<release>.json`. When it was never collected for the release, the nearest
   * older one is taken, and without one the nearest newer one.
   *
   * The caller knows the form, which `script/facts` wrote and the tests compare.
   */
  part<Part>(name: string): Part
}

const loaded = new Map<string, unknown>()

/** The facts that Changeover comes with. Without a release: those of the newest one, which is then only assumed. */
export function shippedFacts(said?: OpenStackRelease): Facts {
  return factsOf(said ?? NEWEST_RELEASE, said === undefined)
}

/** The facts of a release that was said, or only assumed. */
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
