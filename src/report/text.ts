import { styleText } from 'node:util'
import Table from 'cli-table3'

export interface TextOptions {
  color: boolean
}

export type Style = (format: 'red' | 'green' | 'yellow' | 'cyan' | 'dim' | 'bold', text: string) => string

/** A function that styles text, or leaves it as it is without colors. */
export function styler({ color }: TextOptions): Style {
  return color
    ? (format, text) => styleText(format, text, { validateStream: false })
    : (_format, text) => text
}

/** A table without frames. The cells must be plain text already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const frame = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '' }
  const sides = { 'bottom-left': '', 'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '' }
  const drawn = new Table({
    head: [...head],
    chars: { ...frame, ...sides, right: '', 'right-mid': '', middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  })
  drawn.push(...rows.map((row) => [...row]))
  const text = drawn.toString().split('\n')
  return `${text.map((line) => line.trimEnd()).join('\n')}\n`
}

export function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('\n')
}
