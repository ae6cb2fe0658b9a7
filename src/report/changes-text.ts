import type { FileChanges } from '../release/document.js'
import { oneLine } from './escape.js'
import { lines, type Style } from './text-parts.js'

/** Which files differ between two releases. */
export function changesText({ added, changed, removed }: FileChanges, style: Style): string {
  if (added.length + changed.length + removed.length === 0) return '  changes  none'
  return lines(
    `  changes  ${added.length} added, ${changed.length} changed, ${removed.length} removed`,
    ...added.map((file) => style('green', `    + ${oneLine(file)}`)),
    ...changed.map((file) => style('yellow', `    ~ ${oneLine(file)}`)),
    ...removed.map((file) => style('red', `    - ${oneLine(file)}`)),
  )
}
