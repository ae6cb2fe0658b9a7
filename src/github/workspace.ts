import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where an archive goes when the workflow does not say: beside the job's other temporary files. */
export function defaultOutput(): string {
  return join(process.env.RUNNER_TEMP || tmpdir(), 'changeover-releases')
}
