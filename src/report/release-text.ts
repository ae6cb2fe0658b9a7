import type { ValidateResult } from '../lint/engine/finding.js'

/**
 * Which release the definitions were held to, and why, in one sentence; empty when it makes no difference.
 *
 * @param code marks what comes from outside
 */
export function releaseText(
  { openstack_release: release, target_release: target, findings }: ValidateResult,
  code: (text: string) => string,
): string {
  if (findings.length === 0 && target === undefined && release.from === 'newest') return ''
  const { name, from, assumed, file, line } = release
  const why = {
    flag: 'as asked for',
    manifest: 'as changeover.yml says',
    detected: assumed ? `assumed from ${code(`${file}:${line}`)}` : `as ${code(`${file}:${line}`)} says`,
    newest: 'the newest that is known, since nothing says which',
  }[from]
  const present = `OpenStack ${name} (${why})`
  return target === undefined
    ? `Held to ${present}.`
    : `From ${present} to ${target}: only what the upgrade breaks.`
}
