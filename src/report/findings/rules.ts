import type { Finding } from '../../lint/engine/finding.js'
import type { RulePage } from '../../lint/engine/rule.js'
import { oneLine } from '../escape.js'
import { count } from '../figures.js'
import { lines, type Style, styler, type TextOptions } from '../text.js'
import { exampleTexts, visible } from './rule-help.js'
import { grouped } from './view.js'

export interface RulesTextOptions extends TextOptions {
  /** Columns of the terminal. */
  width?: number | undefined
}

const COLORS = { error: 'red', warning: 'yellow', notice: 'cyan' } as const

/** One line for each rule, by kind, for a terminal. */
export function rulesText(pages: readonly RulePage[], options: RulesTextOptions): string {
  const style = styler(options)
  const width = Math.max(0, ...pages.map(({ id }) => id.length))
  const families = [...grouped(pages, ({ id }) => id.split('/')[0] ?? '')].map(([family, rules]) =>
    lines(
      style('bold', family),
      ...rules.map(
        ({ id, severity, summary }) =>
          `  ${id.padEnd(width)}  ${style(COLORS[severity], severity.padEnd(7))}  ${summary}`,
      ),
      '',
    ),
  )
  return `${lines(...families, `${count(pages.length, 'rule')}. To explain a rule: changeover rules ${pages[0]?.id ?? 'RULE'}`)}\n`
}

/**
 * The explanation of a rule, for a terminal.
 *
 * @param found the findings in its bad example
 */
export function ruleText(page: RulePage, found: readonly Finding[], options: RulesTextOptions): string {
  const style = styler(options)
  const { id, severity, summary, help, example } = page
  const width = Math.min(options.width ?? 100, 100)
  return `${lines(
    `${style('bold', id)}  ${style(COLORS[severity], severity)}`,
    `${summary.slice(0, 1).toUpperCase()}${summary.slice(1)}.`,
    '',
    ...wrapped(help, width),
    '',
    ...exampleLines('Bad example', example.bad, style),
    ...found.flatMap((finding) => findingLines(finding, style)),
    ...exampleLines('Good example', example.good, style),
    style('bold', 'Ignore it'),
    `  in one place    # changeover: ignore ${id}   at the end of the line, or on a line of its own before it`,
    `  everywhere      validate: { rules: { ${id}: off } }   in changeover.yml`,
    `  for one run     changeover validate --rule ${id}=off`,
  )}\n`
}

function findingLines({ file, line, column, severity, message, help }: Finding, style: Style): string[] {
  const named = style(COLORS[severity], severity)
  return [
    `  ${file}:${line}:${column}  ${named}  ${oneLine(message)}`,
    `      ${style('dim', 'help:')} ${oneLine(help)}`,
    '',
  ]
}

function exampleLines(title: string, example: RulePage['example']['bad'], style: Style): string[] {
  return exampleTexts(example).flatMap(([path, text]) => [
    `${style('bold', title)}${path === '' ? '' : ` ${path}`}`,
    ...visible(text)
      .trimEnd()
      .split('\n')
      .map((line) => `  ${style('dim', '│')} ${line}`.trimEnd()),
    '',
  ])
}

/** Lines of at most `width` columns. A longer word gets a line of its own. */
function wrapped(text: string, width: number): string[] {
  const found: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        found.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    found.push(line)
  }
  return found
}
