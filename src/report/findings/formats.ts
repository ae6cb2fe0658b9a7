import { sourceLines } from '../../lint/engine/files/source-lines.js'
import type { FailOn, ValidateResult } from '../../lint/engine/finding.js'
import { repositoryPlace } from '../../lint/engine/openstack-release/repository-place.js'
import { rulePages } from '../../lint/engine/rules.js'
import { packageVersion } from '../../platform/package-root.js'
import { validateGithub } from './github.js'
import { validateJunit } from './junit.js'
import { validateMarkdown } from './markdown.js'
import { validateSarif } from './sarif.js'
import { validateText } from './text.js'
import type { FindingsFormat, FindingsView } from './view.js'

export interface FormatOptions {
  /** Colors in text. */
  color: boolean
  /** Columns of the terminal, for text. */
  width?: number | undefined
  /** Text: only the findings that count. */
  quiet?: boolean | undefined
  /** The URL of the pages of the rules, with `/` at the end. */
  docs?: string | undefined
}

/** The whole result in one format. */
export function findingsIn(format: FindingsFormat, view: FindingsView, options: FormatOptions): string {
  switch (format) {
    case 'text':
      return `${validateText(view, options).trimEnd()}\n`
    case 'json':
      return `${JSON.stringify(view.result, null, 2)}\n`
    case 'sarif':
      return `${JSON.stringify(validateSarif(view, rulePages, options.docs))}\n`
    case 'junit':
      return validateJunit(view)
    case 'github':
      return validateGithub(view)
    case 'markdown':
      return `${validateMarkdown(view).trimEnd()}\n`
  }
}

/**
 * Read what the reports need beside the result: the source lines of the findings, and the place of the folder.
 *
 * @param workspace the top folder where there is no repository
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
