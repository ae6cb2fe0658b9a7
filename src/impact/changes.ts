import type { ReleaseFile } from '../release/manifest.js'

/** What a release changes against another one, by path. */
export interface Changes {
  added: string[]
  changed: string[]
  removed: string[]
}

/** Compare the files of two releases, by content and mode. */
export function changesBetween(before: readonly ReleaseFile[], after: readonly ReleaseFile[]): Changes {
  const old = new Map(before.map((file) => [file.path, file]))
  const changes: Changes = { added: [], changed: [], removed: [] }
  for (const file of after) {
    const was = old.get(file.path)
    old.delete(file.path)
    if (!was) changes.added.push(file.path)
    else if (was.sha256 !== file.sha256 || was.executable !== file.executable || was.type !== file.type) {
      changes.changed.push(file.path)
    }
  }
  changes.removed.push(...old.keys())
  return changes
}
