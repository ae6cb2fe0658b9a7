import { isBefore, NEWEST_RELEASE, RELEASES } from '../../../openstack/releases.js'
import type { Definition } from '../definition.js'
import type { OpenStackReleaseChoice } from '../finding.js'
import { type ReleaseSign, releaseSigns } from './signs.js'

/**
 * The release that the definitions name, or the newest known one if they name none.
 *
 * If they name several, for example one per environment, the newest of them is assumed. Findings that depend on it are
 * then less severe, and names that are valid in one of the environments are not called unknown. The oldest would report
 * names that the newer environments use correctly.
 */
export function detectedRelease(definitions: readonly Definition[]): OpenStackReleaseChoice {
  const signs = releaseSigns(definitions)
  const chosen = newestOf(signs)
  if (!chosen) return { name: NEWEST_RELEASE, from: 'newest', assumed: true }

  const { release, file, line, text } = chosen
  const place = { from: 'detected', file, line } as const
  if (release === 'older') {
    const note = `${file} names ${text}, which is older than all known releases.`
    return { name: RELEASES[0], ...place, assumed: true, note }
  }
  const other = signs.find((sign) => sign.release !== release)
  if (!other) return { name: release, ...place, assumed: false }
  const note = `${file} names ${text}, and ${other.file} names ${other.text}: set openstack_release in changeover.yml.`
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
