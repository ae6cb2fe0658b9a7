import { UserError } from '../platform/errors.js'
import { nearest } from '../platform/nearest.js'

/** The OpenStack releases since Zed, oldest first, by the names of their branches. */
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

export type OpenStackRelease = (typeof RELEASES)[number]

/** Assumed when neither a flag, the manifest nor the definitions name a release. */
export const NEWEST_RELEASE: OpenStackRelease = '2026.2'

/** Code names, which people and tools use as well as the numbers. Source: releases.openstack.org. */
const CODE_NAMES: Readonly<Record<string, OpenStackRelease>> = {
  antelope: '2023.1',
  bobcat: '2023.2',
  caracal: '2024.1',
  dalmatian: '2024.2',
  epoxy: '2025.1',
  flamingo: '2025.2',
  gazpacho: '2026.1',
}

/** Releases before the first of {@link RELEASES} that definitions still name, newest first. */
const OLDER: ReadonlySet<string> = new Set(
  'yoga xena wallaby victoria ussuri train stein rocky queens pike ocata newton mitaka liberty kilo'.split(
    ' ',
  ),
)

/** Whether the text names a release that is older than all of {@link RELEASES}. */
export function isOlderRelease(text: string): boolean {
  return OLDER.has(plainName(text))
}

/** The release for `zed`, `2024.1`, `caracal` or `stable/2024.1`; `undefined` for any other text. */
export function asRelease(text: string): OpenStackRelease | undefined {
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

/** The remedy for a release that is unknown. */
export function releaseAdvice(text: string): string {
  const near = nearest(text, [...RELEASES, ...Object.keys(CODE_NAMES)])
  if (near && !isOlderRelease(text)) return `Did you mean "${near}"?`
  return `Known releases: ${RELEASES.join(', ')}.`
}

/** @throws UserError `unknown_release` */
export function requireOpenStackRelease(text: string): OpenStackRelease {
  const release = asRelease(text)
  if (release) return release
  throw new UserError('unknown_release', `Unknown OpenStack release "${text}".`, {
    remedy: releaseAdvice(text),
  })
}

/** Whether `a` is older than `b`. */
export function isBefore(a: OpenStackRelease, b: OpenStackRelease): boolean {
  return RELEASES.indexOf(a) < RELEASES.indexOf(b)
}
