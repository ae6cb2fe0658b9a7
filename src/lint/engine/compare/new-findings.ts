import { SourceText } from '../../../yaml/source.js'
import type { Definition } from '../definition.js'
import type { Finding } from '../finding.js'
import { identityOf } from './fingerprint.js'

/** The findings of a revision, and its definitions. */
export interface Found {
  findings: readonly Finding[]
  definitions: readonly Definition[]
}

/**
 * The findings that did not exist before.
 *
 * Equal findings are counted: two before and three now make one new. The text of their lines decides which of the three
 * it is: a finding on an unchanged line is known.
 *
 * @param renamed renamed files: old → new
 */
export function newFindings(now: Found, before: Found, renamed: ReadonlyMap<string, string>): Finding[] {
  const known = knownFindings(before, renamed)
  const lineOf = lineReader(now.definitions)
  const left = now.findings.filter((finding) => {
    const lines = known.get(identityOf(finding))
    return !(lines && take(lines, lineOf(finding)))
  })
  const counts = new Map([...known].map(([identity, lines]) => [identity, sum(lines)]))
  return left.filter((finding) => !take(counts, identityOf(finding)))
}

/** Identity → text of the line → number of findings. */
function knownFindings(before: Found, renamed: ReadonlyMap<string, string>) {
  const lineOf = lineReader(before.definitions)
  const known = new Map<string, Map<string, number>>()
  for (const finding of before.findings) {
    const identity = identityOf({ ...finding, file: renamed.get(finding.file) ?? finding.file })
    const lines = known.get(identity) ?? new Map<string, number>()
    known.set(identity, lines)
    const line = lineOf(finding)
    lines.set(line, (lines.get(line) ?? 0) + 1)
  }
  return known
}

/** Decrement a count; `false` when it is zero. */
function take(counts: Map<string, number>, key: string): boolean {
  const n = counts.get(key) ?? 0
  if (n > 0) counts.set(key, n - 1)
  return n > 0
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, n) => total + n, 0)
}

/** The text of a finding's line, without indentation. */
function lineReader(definitions: readonly Definition[]): (finding: Finding) => string {
  const texts = new Map(definitions.map(({ path, text }) => [path, text]))
  const sources = new Map<string, SourceText>()
  return ({ file, line }) => {
    const source = sources.get(file) ?? new SourceText(texts.get(file) ?? '')
    sources.set(file, source)
    return source.line(line).trim()
  }
}
