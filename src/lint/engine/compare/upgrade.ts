import type { Finding, Severity } from '../finding.js'

const ORDER: readonly Severity[] = ['notice', 'warning', 'error']

/**
 * What an upgrade breaks: findings in the target release that do not exist in the present one, or are more severe there.
 * Two findings are the same if they have the same rule and place. Their messages may differ by the release.
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
