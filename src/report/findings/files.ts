import type { Kind, SkipReason } from '../../lint/engine/finding.js'
import { oneLine } from '../escape.js'
import { count } from '../figures.js'
import { grouped } from './view.js'

/** The kind of a file, or why it is skipped. */
export type ListedFile = { path: string } & ({ kind: Kind } | { skipped: SkipReason })

export function filesJson(files: readonly ListedFile[]): string {
  return `${JSON.stringify({ schema: 'changeover/files/v1', files: sorted(files) }, null, 2)}\n`
}

export function filesText(files: readonly ListedFile[]): string {
  const width = Math.max(0, ...files.map((file) => whatOf(file).length))
  const rows = sorted(files).map((file) => `${whatOf(file).padEnd(width)}  ${oneLine(file.path)}\n`)
  const counts = [...grouped(files, whatOf)].map(([what, group]) => `${group.length} ${what}`)
  const total = `${count(files.length, 'file')}${counts.length > 0 ? `: ${counts.sort().join(', ')}` : ''}.\n`
  return `${rows.join('')}${rows.length > 0 ? '\n' : ''}${total}`
}

function whatOf(file: ListedFile): string {
  return 'kind' in file ? file.kind : `skipped (${WHY[file.skipped]})`
}

const WHY: Readonly<Record<SkipReason, string>> = {
  other_name: 'not named like a definition',
  other_content: 'contains no definition',
  ignored: 'validate.ignore',
  gone: 'removed meanwhile',
  link_outside: 'link to outside the folder',
  no_regular_file: 'not a regular file',
  name_encoding: 'name is not UTF-8',
}

function sorted(files: readonly ListedFile[]): ListedFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
}
