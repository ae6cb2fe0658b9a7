import type { Deployment } from '../../../readers/kolla_ansible/deployment.js'

export const FILE_START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

/** The paths below the folder of overrides, with the files. */
export function* overridesOf({
  overrides: { folder, files },
}: Deployment): Iterable<{ file: string; path: string }> {
  for (const file of files) yield { file, path: file.slice(folder.length) }
}
