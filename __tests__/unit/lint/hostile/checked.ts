import { expect } from '@jest/globals'
import type fc from 'fast-check'
import { ruleSets } from '../../../../generated/rules.js'
import { checkDefinitions } from '../../../../src/lint/engine/check.js'
import { definitionOf } from '../../../../src/lint/engine/files/read.js'
import type { Finding } from '../../../../src/lint/engine/finding.js'
import { exampleFiles } from '../../../../src/lint/engine/rule.js'
import { shippedFacts } from '../../../../src/lint/facts/facts.js'
import { processorMs } from '../../../support/pace.js'
import type { Files } from '../folder.js'

/** How many random cases each property is tried with; more of them look further. */
export const RUNS = Number(process.env.CHANGEOVER_RANDOM_RUNS ?? 250)

/** The same cases on every machine, unless another beginning is asked for. */
export const RANDOM = {
  numRuns: RUNS,
  seed: Number(process.env.CHANGEOVER_RANDOM_SEED ?? 1),
  endOnFailure: true,
} satisfies fc.Parameters<unknown>

/** Every rule on these files, without a disk between. */
export function findingsIn(files: Files): Finding[] {
  const definitions = Object.entries(files).flatMap(([path, content]) => {
    const definition = definitionOf(Buffer.from(content), path)
    return definition ? [definition] : []
  })
  const context = { facts: shippedFacts(), files: new Set(Object.keys(files)) }
  return checkDefinitions(definitions, { rules: {}, isAsked: () => true }, context).findings
}

/** How long a small file may take, whatever it holds, on a machine that does other things too. */
const LONG_MS = 5_000

/** Files of more characters are not checked a second time. */
const TWICE_BELOW = 50_000

/** Hold what is said of these files to what every finding promises. */
export function expectSound(files: Files): void {
  const started = processorMs()
  const findings = findingsIn(files)
  expect(processorMs() - started).toBeLessThan(LONG_MS)
  const lengths = new Map(Object.entries(files).map(([path, content]) => [path, lineLengths(content)]))
  for (const finding of findings) expectInside(finding, lengths.get(finding.file))
  const size = Object.values(files).reduce((sum, { length }) => sum + length, 0)
  if (size < TWICE_BELOW) expect(findingsIn(files)).toEqual(findings)
}

function lineLengths(content: string | Uint8Array): number[] {
  const text = Buffer.from(content)
    .toString('utf8')
    .replace(/^\ufeff/, '')
  return text.split('\n').map(({ length }) => length)
}

function expectInside(finding: Finding, lengths: readonly number[] | undefined): void {
  const { line, column, end_line, end_column, message, help, fingerprint } = finding
  const inside = (row: number, place: number) => place >= 1 && place <= (lengths?.[row - 1] ?? -1) + 1
  const ordered = end_line > line || (end_line === line && end_column >= column)
  if (!inside(line, column) || !inside(end_line, end_column) || !ordered) {
    throw new Error(`${JSON.stringify(finding)} stands outside of its file`)
  }
  if (message === '' || help === '' || !/^[0-9a-f]{32}$/.test(fingerprint)) {
    throw new Error(`${JSON.stringify(finding)} says nothing`)
  }
}

/** Definitions of every kind: the examples of all rules, good and bad. */
export const SEEDS: Files[] = ruleSets.flatMap((set) =>
  set.pages.flatMap(({ example }) =>
    (['bad', 'good'] as const)
      .map((which) => exampleFiles(set, example, which))
      .filter((files) => Object.values(files).every((content) => content.length < 10_000)),
  ),
)
