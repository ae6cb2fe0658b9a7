import { type Finding, failing } from '../../lint/engine/finding.js'
import { code, codeCell, inline } from '../escape.js'
import { count } from '../figures.js'
import { blocks, table, title } from '../markdown.js'
import { byFile, byRule, countsOf, type FindingsView, releaseText } from './view.js'

export type FindingsMarkdownView = Pick<FindingsView, 'result'> &
  Partial<Pick<FindingsView, 'failOn'>> & {
    /** The URL of a finding's line. */
    link?: ((finding: Finding) => string | undefined) | undefined
    /** The most bytes of the text; the findings that do not fit are counted. */
    limit?: number | undefined
    /** Where to read the findings that do not fit, in Markdown. */
    rest?: string | undefined
  }

/** With more findings than this, a table counts the findings of each rule. */
const FEW_FINDINGS = 10

/** Findings as GitHub Markdown, for job summaries and files. */
export function validateMarkdown(view: FindingsMarkdownView): string {
  const { result, failOn = 'error', limit = Number.POSITIVE_INFINITY } = view
  const { findings } = result
  const good = failing(findings, failOn).length === 0
  const heading = title(good, `Definitions ${good ? 'passed' : 'failed'}`)
  const head = blocks(
    heading,
    `${countsOf(findings)}. ${filesOf(view)}`,
    releaseText(result, code),
    sinceBase(view),
  )
  const rules = findings.length > FEW_FINDINGS ? rulesTable(findings) : ''
  const parts = [head, rules]
  let room = limit - Buffer.byteLength(blocks(...parts)) - NOTE_BYTES
  let left = 0
  for (const [file, found] of byFile(findings)) {
    const { text, shown } = room > 0 ? fileTable(file, found, room, view) : { text: '', shown: 0 }
    if (shown > 0) parts.push(text)
    room -= shown > 0 ? Buffer.byteLength(text) + 2 : 0
    left += found.length - shown
  }
  if (left > 0) parts.push(note(left, view.rest))
  return blocks(...parts)
}

const NOTE_BYTES = 500

function note(left: number, rest: string | undefined): string {
  return `_${count(left, 'more finding')} ${left === 1 ? 'does' : 'do'} not fit here.${rest === undefined ? '' : ` ${rest}`}_`
}

function filesOf({ result }: FindingsMarkdownView): string {
  const { checked, skipped } = result.files
  const kinds = Object.entries(result.kinds).map(([kind, n]) => `${n} ${kind.replaceAll('_', ' ')}`)
  return `${count(checked, 'file')} checked${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}, ${skipped} skipped.`
}

function sinceBase({ result: { base } }: FindingsMarkdownView): string {
  if (base === null) return ''
  const known = `${count(base.known, 'older finding')} ${base.known === 1 ? 'is' : 'are'} not shown.`
  const since = `New since ${code(base.ref)} (${code(base.commit.slice(0, 10))}).`
  return base.known === 0 ? since : `${since} ${known}`
}

function rulesTable(findings: readonly Finding[]): string {
  return table(
    ['Severity', 'Rule', 'Findings', 'Files'],
    byRule(findings).map(({ rule, severity, count: n, files }) => [
      severity,
      codeCell(rule),
      String(n),
      String(files),
    ]),
  )
}

/** As many rows of a file as fit. */
function fileTable(
  file: string,
  findings: readonly Finding[],
  room: number,
  view: FindingsMarkdownView,
): { text: string; shown: number } {
  const all = findings.map((finding) => row(finding, view))
  const text = (rows: readonly string[][]) =>
    blocks(`#### ${code(file)}`, table(['Line', 'Severity', 'Problem', 'What to do', 'Rule'], rows))
  let bytes = Buffer.byteLength(text([]))
  let shown = 0
  for (const cells of all) {
    bytes += Buffer.byteLength(cells.join(' | ')) + '|  |\n'.length + 1
    if (bytes > room) break
    shown++
  }
  return { text: text(all.slice(0, shown)), shown }
}

function row(finding: Finding, { link }: FindingsMarkdownView): string[] {
  const { line, column, severity, message, help, rule } = finding
  const url = link?.(finding)
  const place = `${line}:${column}`
  return [
    url === undefined ? place : `[${place}](${url})`,
    severity,
    inline(message),
    inline(help),
    codeCell(rule),
  ]
}
