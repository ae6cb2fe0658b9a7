import type { DiffResult } from '../../plan/diff.js'
import type { MeaningChange } from '../../plan/meaning.js'
import { oneLine } from '../escape.js'
import { count } from '../figures.js'
import { changesText } from '../release/text.js'
import { lines, type Style, styler, type TextOptions } from '../text.js'

/** The most characters of a value. */
const MOST_SHOWN = 100

const MARKS = { added: '+', changed: '~', removed: '-' } as const
const COLORS = { added: 'green', changed: 'yellow', removed: 'red' } as const

/** The differences between two releases, for a terminal. */
export function diffText(result: DiffResult, options: TextOptions): string {
  const style = styler(options)
  const { before, after, outcome, files, kinds, text } = result
  const title = (release: DiffResult['before']) =>
    `${style('bold', oneLine(`${release.name} ${release.version}`))} ${release.digest}`
  return lines(
    `  ${title(before)}`,
    `→ ${title(after)}`,
    outcome === 'identical' ? 'The files are the same.' : undefined,
    ...Object.entries(kinds).flatMap(([kind, changes]) => [
      '',
      style('bold', `${kind}: ${count(changes.length, 'change')} in meaning`),
      ...changes.map((change) => changeText(change, style)),
    ]),
    ...(outcome === 'identical' ? [] : ['', changesText(files, style)]),
    ...(text === undefined || text === ''
      ? []
      : ['', text.trimEnd().split('\n').map(patchLine(style)).join('\n')]),
  )
}

function changeText({ change, what, name, where, before, after }: MeaningChange, style: Style): string {
  const shown = (value: string | null) => cut(oneLine(value ?? ''))
  const value =
    change === 'changed'
      ? before === after
        ? 'another value'
        : `${shown(before)} → ${shown(after)}`
      : shown(change === 'added' ? after : before)
  const subject = style(COLORS[change], `  ${MARKS[change]} ${what} ${oneLine(name)}`)
  return `${subject}${value === '' ? '' : `  ${value}`}  ${style('dim', `(${oneLine(where)})`)}`
}

function cut(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text
}

function patchLine(style: Style): (line: string) => string {
  return (line) => {
    const safe = `${line[0] ?? ''}${oneLine(line.slice(1))}`
    if (line.startsWith('+')) return style('green', safe)
    return line.startsWith('-') ? style('red', safe) : safe
  }
}
