import { isBefore, NEWEST_RELEASE, type OpenStackRelease, RELEASES } from '../../../openstack/releases.js'
import type { Definition } from '../definition.js'
import type { OpenStackReleaseChoice } from '../finding.js'
import { type ReleaseSign, releaseSigns } from './signs.js'

/** A release that a person asked for. */
export function saidRelease(name: OpenStackRelease, from: 'flag' | 'manifest'): OpenStackReleaseChoice {
  return { name, from, assumed: false }
}

/**
 * The release that the definitions themselves say, or the newest one when they say none.
 *
 * Where they say several, one for each environment, the newest of them is taken and only assumed: what is no longer
 * right in it is then said softly, and no name is called unknown that is right in one of the environments. The oldest
 * would call names wrong that the newer environments rightly use.
 */
export function detectedRelease(definitions: readonly Definition[]): OpenStackReleaseChoice {
  const signs = releaseSigns(definitions)
  const chosen = newestOf(signs)
  if (!chosen) return { name: NEWEST_RELEASE, from: 'newest', assumed: true }

  const { release, file, line, text } = chosen
  const place = { from: 'detected', file, line } as const
  if (release === 'older') {
    const note = `${file} says ${text}, which is older than all releases that are known.`
    return { name: RELEASES[0], ...place, assumed: true, note }
  }
  const other = signs.find((sign) => sign.release !== release)
  if (!other) return { name: release, ...place, assumed: false }
  const note = `${file} says ${text}, ${other.file} says ${other.text}: set openstack_release in changeover.yml.`
  return { name: release, ...place, assumed: true, note }
}

function newestOf(signs: readonly ReleaseSign[]): ReleaseSign | undefined {
  let newest: ReleaseSign | undefined
  for (const sign of signs) if (!newest || isOlder(newest.release, sign.release)) newest = sign
  return newest
}

function isOlder(a: ReleaseSign['release'], b: ReleaseSign['release']): boolean {
  if (a === 'older' || b === 'older') return a === 'older' && b !== 'older'
  return isBefore(a, b)
}
