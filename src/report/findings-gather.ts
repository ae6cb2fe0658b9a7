import { sourceLines } from '../lint/engine/files/source-lines.js'
import type { FailOn, ValidateResult } from '../lint/engine/finding.js'
import { repositoryPlace } from '../lint/engine/openstack-release/repository-place.js'
import { packageVersion } from '../platform/package-root.js'
import type { FindingsView } from './findings-view.js'

/**
 * Read what the reports need beside the result: the lines that findings stand on, and where the folder lies.
 *
 * @param workspace what counts as the top folder where there is no repository
 */
export async function gatherView(
  folder: string,
  result: ValidateResult,
  about: { failOn: FailOn } & Pick<FindingsView, 'checked' | 'known'>,
  workspace?: string,
): Promise<FindingsView> {
  const { top, prefix } = await repositoryPlace(folder, workspace)
  const lines = await sourceLines(folder, result.findings)
  return { result, ...about, lines, prefix, top, version: packageVersion() }
}
