import { isAbsolute, relative, resolve, sep } from 'node:path'
import { type AnnotationProperties, error, info, notice, warning } from '@actions/core'
import type { Finding, Severity } from '../lint/engine/finding.js'

/**
 * The runner shows ten annotations of a severity per step and drops the rest without a word. One place among the
 * errors is kept for the sentence that the step fails with, and one among the warnings for what the log warns of.
 */
const LIMITS: Readonly<Record<Severity, number>> = { error: 9, warning: 9, notice: 10 }

const annotateWith = { error, warning, notice }

export interface AnnotationPlace {
  /** The folder that was asked about, absolute or relative to the working folder. */
  folder: string
  /** Top of the checkout: GITHUB_WORKSPACE. */
  workspace: string | undefined
  /** From the repository's top folder to the one that was asked about, with `/` at the end; empty at the top. */
  prefix: string
}

/**
 * Show findings in the pull request beside the lines that they are about, the worst first.
 *
 * @param notAll what to say in the log when only some are shown
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
  // the runner takes columns only for a place within one line
  return line === end_line ? { ...lines, startColumn: column } : lines
}

/** The path as the repository knows it, which need not lie at the top of the workspace; `undefined` outside of that. */
function pathInCheckout(file: string, { folder, workspace, prefix }: AnnotationPlace): string | undefined {
  if (workspace !== undefined) {
    const path = relative(resolve(workspace), resolve(folder, file))
    if (path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return undefined
  }
  return `${prefix}${file}`
}
