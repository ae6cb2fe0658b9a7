import type { Definition, Unreadable } from '../../../engine/definition.js'
import type { Problem } from '../../../engine/rule.js'

/**
 * The manifest's own rules report what is wrong with its YAML. In a Jinja template a key may stand twice, once in
 * each arm of a condition.
 */
export function hasOwnPage({ kind, templated }: Definition): boolean {
  return kind !== 'manifest' && !templated
}

export function* unreadable(
  file: Definition,
  reason: Unreadable['reason'],
  message: string,
  help: string,
): Iterable<Problem> {
  if (typeof file.unread !== 'object' || file.unread.reason !== reason) return
  yield { file: file.path, range: file.unread.range, message, help }
}
