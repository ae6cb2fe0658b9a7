import type { OriginReport } from '../release/provenance/origin-report.js'
import type { PackageResult } from '../release/result.js'
import { oneLine } from './escape.js'
import { count } from './figures.js'
import type { Style } from './text-parts.js'

/** What lies beside an archive: what `package` wrote there, or what `verify` found. */
export function besideText(
  { dependencies, provenance }: PackageResult,
  origin: OriginReport | undefined,
  style: Style,
): string[] {
  const written = [
    dependencies ? `  needs    ${oneLine(needsText(dependencies))}` : undefined,
    provenance
      ? `  origin   ${oneLine(provenance.bundle ?? `${provenance.statement}, not attested`)}`
      : undefined,
  ].filter((line) => line !== undefined)
  return origin ? [...written, ...originLines(origin, style)] : written
}

export function needsText({ total, unpinned }: NonNullable<PackageResult['dependencies']>): string {
  const things = count(total, 'thing')
  return unpinned === 0
    ? `${things} from elsewhere`
    : `${things} from elsewhere, ${unpinned} of them not pinned`
}

function originLines({ statement, attestation }: OriginReport, style: Style): string[] {
  const found: string[] = []
  if (statement && !statement.matches) {
    found.push(style('red', `  origin   ${oneLine(statement.path)} is about other bytes`))
  } else if (statement) {
    const { builder, invocation } = statement
    found.push(`  origin   says that ${oneLine(invocation ?? builder)} made it`)
  } else found.push('  origin   nothing beside it says where it comes from')
  if (attestation?.verified) {
    const { workflow = '', commit } = attestation.signer ?? {}
    const at = commit === undefined ? '' : ` at ${commit}`
    found.push(style('green', `  attested by ${oneLine(`${workflow}${at}`)}`))
  } else if (attestation) {
    found.push(
      style('yellow', '  attested beside it, but nobody verified that: name the signer with --repository'),
    )
  }
  return found
}
