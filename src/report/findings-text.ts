import type { Finding, Severity } from '../lint/engine/finding.js'
import { failing } from '../lint/engine/finding.js'
import { codeFrame } from './code-frame.js'
import { oneLine } from './escape.js'
import { count } from './figures.js'
import { countsOf } from './findings-counts.js'
import { byRule, type FindingsView, grouped } from './findings-view.js'
import { releaseText } from './release-text.js'
import { lines, type Style, styler, type TextOptions, table } from './text-parts.js'

export type FindingsTextView = Pick<FindingsView, 'result'> &
  Partial<Pick<FindingsView, 'failOn' | 'lines' | 'prefix'>>

export interface FindingsTextOptions extends TextOptions {
  /** Columns of the terminal. */
  width?: number | undefined
  /** Say only what makes it fail, and the last lines. */
  quiet?: boolean | undefined
}

/** Beyond these, problems are a line each: a thousand code frames are no overview. */
const MOST_FRAMES = 100
/** From these on, a table says how often each rule was found. */
const FEW_RULES = 10

const COLORS = { error: 'red', warning: 'yellow', notice: 'cyan' } as const satisfies Record<Severity, string>

/** Findings as compilers print them, so that editors and terminals make links of them. */
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

/** Findings that say the same of one file are one problem with several places. */
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
  // a runner that shows this would take the name for a command of its own
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
    n.toLocaleString('en-US'),
    files.toLocaleString('en-US'),
  ])
  return table(['severity', 'rule', 'findings', 'files'], rows)
}

function remarks({ result, lines: source }: FindingsTextView, shown: number, framed: boolean): string[] {
  const { base, findings } = result
  const said = [releaseText(result, oneLine)].filter(Boolean)
  if (findings.length > shown) said.push(`${count(findings.length - shown, 'milder finding')} not shown.`)
  if (source && !framed && shown > 0)
    said.push(`The lines themselves are shown for up to ${MOST_FRAMES} problems.`)
  if (base) {
    const since = `${oneLine(base.ref)} (${base.commit.slice(0, 10)})`
    const known = `${count(base.known, 'finding')} from before ${base.known === 1 ? 'is' : 'are'} not shown.`
    said.push(`New since ${since}.${base.known === 0 ? '' : ` ${known}`}`)
  }
  return said
}

function verdict({ result }: FindingsTextView): string {
  const { findings, files } = result
  return `${countsOf(findings)}. ${count(files.checked, 'file')} checked, ${files.skipped.toLocaleString('en-US')} skipped.`
}
