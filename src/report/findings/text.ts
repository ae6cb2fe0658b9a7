import { type Finding, failing, type Severity } from '../../lint/engine/finding.js'
import { oneLine } from '../escape.js'
import { count, digits } from '../figures.js'
import { lines, type Style, styler, type TextOptions, table } from '../text.js'
import { codeFrame } from './code-frame.js'
import { byRule, countsOf, type FindingsView, grouped, releaseText } from './view.js'

export type FindingsTextView = Pick<FindingsView, 'result'> &
  Partial<Pick<FindingsView, 'failOn' | 'lines' | 'prefix'>>

export interface FindingsTextOptions extends TextOptions {
  /** Columns of the terminal. */
  width?: number | undefined
  /** Only the findings that count, and the last lines. */
  quiet?: boolean | undefined
}

/** With more problems than this, each takes one line, without a code frame. */
const MOST_FRAMES = 100
/** With more findings than this, a table counts the findings of each rule. */
const FEW_RULES = 10

const COLORS = { error: 'red', warning: 'yellow', notice: 'cyan' } as const satisfies Record<Severity, string>

/** Findings in the format of compilers, which editors and terminals turn into links. */
export function validateText(view: FindingsTextView, options: FindingsTextOptions): string {
  const style = styler(options)
  const { result, failOn = 'error' } = view
  const fails = failing(result.findings, failOn)
  const shown = options.quiet ? fails : result.findings
  const problems = [...grouped(shown, sameProblem).values()]
  const framed = view.lines !== undefined && problems.length <= MOST_FRAMES
  const good = fails.length === 0
  return lines(
    ...problems.flatMap((places, index) => [
      framed && index > 0 ? '' : undefined,
      problemText(places, framed ? view : {}, style, options.width ?? 100),
    ]),
    shown.length > 0 ? '' : undefined,
    shown.length > FEW_RULES ? rulesTable(shown, style) : undefined,
    ...remarks(view, shown.length, framed).map((remark) => style('dim', remark)),
    style(good ? 'green' : 'red', `${good ? '✔' : '✖'} ${verdict(view)}`),
  )
}

/** The same message in one file is one problem in several places. */
function sameProblem({ file, rule, severity, message, help }: Finding): string {
  return JSON.stringify([file, rule, severity, message, help])
}

function problemText(
  [finding, ...others]: readonly Finding[],
  view: Partial<FindingsTextView>,
  style: Style,
  width: number,
): string {
  if (!finding) return ''
  const { severity, message, help, rule } = finding
  const named = style(COLORS[severity], severity)
  return lines(
    `${style('bold', placeOf(finding))}  ${named}  ${oneLine(message)}  ${style('dim', `[${oneLine(rule)}]`)}`,
    frameText(finding, view, style, width),
    help === '' ? undefined : `    ${style('dim', 'help:')} ${oneLine(help)}`,
    others.length === 0 ? undefined : `    ${style('dim', 'also:')} ${others.map(lineOf).join(', ')}`,
  )
}

function placeOf({ file, line, column }: Finding): string {
  const name = oneLine(file)
  // a runner that prints this would execute the name as a workflow command
  return `${/^\s*::/.test(name) ? './' : ''}${name}:${line}:${column}`
}

function lineOf({ line, column }: Finding): string {
  return `${line}:${column}`
}

function frameText(
  { file, line, column, end_line, end_column, severity }: Finding,
  view: Partial<FindingsTextView>,
  style: Style,
  width: number,
): string | undefined {
  const source = view.lines?.(file, line)
  if (source === undefined || source.trim() === '') return undefined
  const number = String(line).padStart(6)
  const end = end_line > line ? source.trimEnd().length + 1 : end_column
  const frame = codeFrame(source, column, end, Math.max(20, width - number.length - 3))
  const mark = style(COLORS[severity], '^'.repeat(frame.length))
  const bar = style('dim', '│')
  return lines(
    `${style('dim', number)} ${bar} ${frame.text}`,
    `${' '.repeat(number.length)} ${bar} ${' '.repeat(frame.start)}${mark}`,
  )
}

function rulesTable(findings: readonly Finding[], style: Style): string {
  const rows = byRule(findings).map(({ rule, severity, count: n, files }) => [
    style(COLORS[severity], severity),
    oneLine(rule),
    digits(n),
    digits(files),
  ])
  return table(['severity', 'rule', 'findings', 'files'], rows)
}

function remarks({ result, lines: source }: FindingsTextView, shown: number, framed: boolean): string[] {
  const { base, findings } = result
  const notes = [releaseText(result, oneLine)].filter(Boolean)
  const hidden = findings.length - shown
  if (hidden > 0)
    notes.push(`${count(hidden, 'finding')} of lower severity ${hidden === 1 ? 'is' : 'are'} not shown.`)
  if (source && !framed && shown > 0)
    notes.push(`Source lines are shown for up to ${MOST_FRAMES} problems only.`)
  if (base) {
    const since = `${oneLine(base.ref)} (${base.commit.slice(0, 10)})`
    const known = `${count(base.known, 'older finding')} ${base.known === 1 ? 'is' : 'are'} not shown.`
    notes.push(`New since ${since}.${base.known === 0 ? '' : ` ${known}`}`)
  }
  return notes
}

function verdict({ result }: FindingsTextView): string {
  const { findings, files } = result
  return `${countsOf(findings)}. ${count(files.checked, 'file')} checked, ${digits(files.skipped)} skipped.`
}
