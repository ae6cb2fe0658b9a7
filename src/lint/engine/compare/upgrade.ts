import type { Finding, Severity } from '../finding.js'

const ORDER: readonly Severity[] = ['notice', 'warning', 'error']

/**
 * What an upgrade breaks: findings under the target release that are not there under the present one, or get worse.
 * They are the same when one rule finds them at one place; the sentence may name the release.
 */
export function brokenByUpgrade(present: readonly Finding[], target: readonly Finding[]): Finding[] {
  const before = new Map<string, number[]>()
  for (const finding of present) {
    const ranks = before.get(placeOf(finding)) ?? []
    ranks.push(ORDER.indexOf(finding.severity))
    before.set(placeOf(finding), ranks)
  }
  return target.filter((finding) => {
    const same = before.get(placeOf(finding))?.shift()
    return same === undefined || same < ORDER.indexOf(finding.severity)
  })
}

function placeOf({ rule, file, line, column }: Finding): string {
  return JSON.stringify([rule, file, line, column])
}
