import type { Finding } from '../../../../src/lint/engine/finding.js'
import type { FindingsView } from '../../../../src/report/findings/view.js'
import { validated } from '../samples.js'

/** A view of these findings; the text of each line that is given, by `file:line`. */
export function viewOf(
  findings: Finding[],
  change: Partial<FindingsView> = {},
  lines: Record<string, string> = {},
): FindingsView {
  const texts = new Map(Object.entries(lines))
  return {
    result: validated(findings),
    failOn: 'error',
    known: [],
    checked: new Map(findings.map(({ file }) => [file, 'heat'])),
    lines: (file, line) => texts.get(`${file}:${line}`),
    prefix: '',
    top: '/home/somebody/infra',
    version: '1.2.3',
    ...change,
  }
}
