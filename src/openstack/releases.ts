import { UserError } from '../platform/errors.js'
import { nearest } from '../platform/nearest.js'

/** OpenStack's releases since Zed, oldest first, by the names that their branches have. */
export const RELEASES = [
  'zed',
  '2023.1',
  '2023.2',
  '2024.1',
  '2024.2',
  '2025.1',
  '2025.2',
  '2026.1',
  '2026.2',
] as const

export type Release = (typeof RELEASES)[number]

/** What is assumed when nobody says: the newest that is known. */
export const NEWEST_RELEASE: Release = '2026.2'

/** Code names, which people and tools use beside the numbers (releases.openstack.org). */
const CODE_NAMES: Readonly<Record<string, Release>> = {
  antelope: '2023.1',
  bobcat: '2023.2',
  caracal: '2024.1',
  dalmatian: '2024.2',
  epoxy: '2025.1',
  flamingo: '2025.2',
  gazpacho: '2026.1',
}

/** The release that is meant by `zed`, `2024.1`, `caracal` or `stable/2024.1`, or `undefined`. */
export function asRelease(text: string): Release | undefined {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/^(?:stable|unmaintained)\//, '')
  return (
    RELEASES.find((release) => release === name) ??
    (Object.hasOwn(CODE_NAMES, name) ? CODE_NAMES[name] : undefined)
  )
}

/** @throws UserError `unknown_release` */
export function requireRelease(text: string): Release {
  const release = asRelease(text)
  if (release) return release
  const names = [...RELEASES, ...Object.keys(CODE_NAMES)]
  const near = nearest(text, new Set(names))
  throw new UserError(
    'unknown_release',
    `There is no OpenStack release "${text}" among those that are known.`,
    {
      remedy: near ? `Did you mean "${near}"?` : `The known ones are: ${RELEASES.join(', ')}.`,
    },
  )
}

/** Whether `a` came out before `b`. */
export function isBefore(a: Release, b: Release): boolean {
  return RELEASES.indexOf(a) < RELEASES.indexOf(b)
}
