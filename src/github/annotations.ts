import { isAbsolute, relative, resolve, sep } from 'node:path'
import { type AnnotationProperties, error, info, notice, warning } from '@actions/core'
import type { Finding, Severity } from '../lint/engine/finding.js'

/**
 * The runner shows ten annotations of a severity per step and silently drops the rest. One error is reserved for the
 * failure of the step, and one warning for a warning in the log.
 */
const LIMITS: Readonly<Record<Severity, number>> = { error: 9, warning: 9, notice: 10 }

const annotateWith = { error, warning, notice }

export interface AnnotationPlace {
  /** The folder that was checked, absolute or relative to the working folder. */
  folder: string
  /** Top of the checkout: GITHUB_WORKSPACE. */
  workspace: string | undefined
  /** The path from the repository's top folder to `folder`, with `/` at the end; empty at the top. */
  prefix: string
}

/**
 * Annotate the lines of a pull request with findings, the worst first.
 *
 * @param notAll the log message when only some findings are shown
 */
export function annotate(
  findings: readonly Finding[],
  place: AnnotationPlace,
  notAll: (shown: number) => string,
): void {
  let shown = 0
  for (const severity of ['error', 'warning', 'notice'] as const) {
    const some = findings.filter((finding) => finding.severity === severity).slice(0, LIMITS[severity])
    shown += some.length
    for (const finding of some) {
      annotateWith[severity](`${finding.message}\n${finding.help}`, properties(finding, place))
    }
  }
  if (shown < findings.length) info(notAll(shown))
}

function properties(finding: Finding, place: AnnotationPlace): AnnotationProperties {
  const file = pathInCheckout(finding.file, place)
  if (file === undefined) return { title: `${finding.rule} in ${finding.file}` }
  const { line, column, end_line } = finding
  const lines = { title: finding.rule, file, startLine: line, endLine: end_line }
  // the runner accepts columns only for a range within one line
  return line === end_line ? { ...lines, startColumn: column } : lines
}

/** The path in the repository, which may lie below the workspace; `undefined` outside of the workspace. */
function pathInCheckout(file: string, { folder, workspace, prefix }: AnnotationPlace): string | undefined {
  if (workspace !== undefined) {
    const path = relative(resolve(workspace), resolve(folder, file))
    if (path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return undefined
  }
  return `${prefix}${file}`
}
