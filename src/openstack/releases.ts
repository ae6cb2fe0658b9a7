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

/** Releases before the first one of {@link RELEASES}, newest first, as far as definitions still name them. */
const OLDER: ReadonlySet<string> = new Set(
  'yoga xena wallaby victoria ussuri train stein rocky queens pike ocata newton mitaka liberty kilo'.split(
    ' ',
  ),
)

/** Whether the text names a release that came out before all those that are known. */
export function isOlderRelease(text: string): boolean {
  return OLDER.has(plainName(text))
}

/** The release that is meant by `zed`, `2024.1`, `caracal` or `stable/2024.1`, or `undefined`. */
export function asRelease(text: string): Release | undefined {
  const name = plainName(text)
  return (
    RELEASES.find((release) => release === name) ??
    (Object.hasOwn(CODE_NAMES, name) ? CODE_NAMES[name] : undefined)
  )
}

function plainName(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^(?:stable|unmaintained)\//, '')
}

/** What to do about a release that is not known. */
export function releaseAdvice(text: string): string {
  const near = nearest(text, [...RELEASES, ...Object.keys(CODE_NAMES)])
  if (near && !isOlderRelease(text)) return `Did you mean "${near}"?`
  return `The known ones are: ${RELEASES.join(', ')}.`
}

/** @throws UserError `unknown_release` */
export function requireRelease(text: string): Release {
  const release = asRelease(text)
  if (release) return release
  throw new UserError(
    'unknown_release',
    `There is no OpenStack release "${text}" among those that are known.`,
    { remedy: releaseAdvice(text) },
  )
}

/** Whether `a` came out before `b`. */
export function isBefore(a: Release, b: Release): boolean {
  return RELEASES.indexOf(a) < RELEASES.indexOf(b)
}
