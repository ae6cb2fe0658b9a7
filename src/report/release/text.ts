import type { FileChanges } from '../../release/document.js'
import type { OriginReport } from '../../release/provenance/origin-report.js'
import type { PackageResult } from '../../release/result.js'
import { oneLine } from '../escape.js'
import { count, size } from '../figures.js'
import { lines, type Style, styler, type TextOptions } from '../text.js'

/** @param result also with the changes against another release */
export function packageText(
  result: PackageResult & { changes?: FileChanges; origin?: OriginReport },
  options: TextOptions,
): string {
  const style = styler(options)
  const { name, version, outcome, digest, commit, files, bytes, path, previous, changes } = result
  const mark = result.origin?.statement?.matches === false ? style('red', '✖') : style('green', '✔')
  return lines(
    `${mark} ${style('bold', oneLine(`${name} ${version}`))} ${outcome}`,
    `  digest   ${digest}`,
    `  commit   ${oneLine(commit)}`,
    `  content  ${count(files, 'file')}, ${size(bytes)}`,
    `  checked  ${checkedText(result)}`,
    result.dirty ? style('yellow', '  dirty    it contains uncommitted changes') : undefined,
    `  archive  ${oneLine(path)}`,
    ...besideText(result, result.origin, style),
    previous ? `  previous ${oneLine(previous.version)} ${previous.digest}` : undefined,
    previous ? changesText(previous.changes, style) : undefined,
    changes && changesText(changes, style),
  )
}

/** The findings of `validate` when the release was packaged. */
export function checkedText({ findings, openstack_release }: PackageResult): string {
  if (findings === null) return 'no, the definitions were packaged without validate'
  const { errors, warnings, notices } = findings
  return `${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(notices, 'notice')}, for OpenStack ${openstack_release}`
}

/** The files that differ between two releases. */
export function changesText({ added, changed, removed }: FileChanges, style: Style): string {
  if (added.length + changed.length + removed.length === 0) return '  changes  none'
  return lines(
    `  changes  ${added.length} added, ${changed.length} changed, ${removed.length} removed`,
    ...added.map((file) => style('green', `    + ${oneLine(file)}`)),
    ...changed.map((file) => style('yellow', `    ~ ${oneLine(file)}`)),
    ...removed.map((file) => style('red', `    - ${oneLine(file)}`)),
  )
}

/** The files beside an archive: those that `package` wrote, or those that `verify` found. */
export function besideText(
  { dependencies, provenance }: PackageResult,
  origin: OriginReport | undefined,
  style: Style,
): string[] {
  const written = [
    dependencies ? `  depends on ${oneLine(needsText(dependencies))}` : undefined,
    provenance
      ? `  provenance ${oneLine(provenance.bundle ?? `${provenance.statement}, not attested`)}`
      : undefined,
  ].filter((line) => line !== undefined)
  return origin ? [...written, ...originLines(origin, style)] : written
}

export function needsText({ total, unpinned }: NonNullable<PackageResult['dependencies']>): string {
  const things = total === 1 ? '1 role, collection or image' : `${total} roles, collections or images`
  return unpinned === 0 ? things : `${things}, ${unpinned} of them not pinned`
}

function originLines({ statement, attestation }: OriginReport, style: Style): string[] {
  const found: string[] = []
  if (statement && !statement.matches) {
    found.push(style('red', `  origin   ${oneLine(statement.path)} is about another archive`))
  } else if (statement) {
    const { builder, invocation } = statement
    found.push(`  origin   ${oneLine(invocation ?? builder)}, according to its provenance`)
  } else found.push('  origin   unknown: there is no provenance beside the archive')
  if (attestation?.verified) {
    const { workflow = '', commit } = attestation.signer ?? {}
    const at = commit === undefined ? '' : ` at ${commit}`
    found.push(style('green', `  attested by ${oneLine(`${workflow}${at}`)}`))
  } else if (attestation) {
    found.push(
      style('yellow', '  attested beside the archive, not verified: name the signer with --repository'),
    )
  }
  return found
}
