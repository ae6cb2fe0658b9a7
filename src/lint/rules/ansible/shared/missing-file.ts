import type { Words } from '../../../engine/declared.js'
import type { MissingFile } from '../../../readers/ansible/file-uses.js'

/** Describes a missing file of some kind, such as `template`. */
export function describeMissing(kind: string): (use: MissingFile) => Words {
  return ({ name, meant, hasFolder }) => ({
    message: `The ${kind} "${name}" does not exist.`,
    help: meant ? `Did you mean "${meant}"?` : 'Add the file or correct its name.',
    severity: hasFolder ? undefined : 'notice',
  })
}
