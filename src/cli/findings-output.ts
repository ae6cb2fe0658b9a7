import { resolve } from 'node:path'
import { messageOf, UserError } from '../platform/errors.js'
import { writeFileAtomic } from '../platform/files.js'
import { type FindingsFormat, findingsIn } from '../report/findings-formats.js'
import type { FindingsView } from '../report/findings-view.js'
import { textOptions } from './colors.js'
import type { Report } from './findings-options.js'

/**
 * Write the findings wherever they are wanted: the files first, then stdout.
 *
 * @throws UserError `output_unwritable`
 */
export async function putFindings(
  view: FindingsView,
  to: { format: FindingsFormat; report: readonly Report[]; quiet?: boolean | undefined },
): Promise<void> {
  for (const { format, file } of to.report)
    await write(file, await findingsIn(format, view, { color: false }))
  const terminal = { ...textOptions(), width: process.stdout.columns, quiet: to.quiet }
  process.stdout.write(await findingsIn(to.format, view, terminal))
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFileAtomic(resolve(file), text)
  } catch (cause) {
    throw new UserError('output_unwritable', `Cannot write ${file}: ${messageOf(cause)}`, {
      remedy: 'Choose another file for --report.',
      cause,
    })
  }
}
