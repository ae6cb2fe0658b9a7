import { readFileSync } from 'node:fs'
import type { Slot } from '../../../../src/deploy/ledger/state.js'

/** The arrows of the diagram "What a color holds", as `from to`. */
export const ARROWS: ReadonlySet<string> = new Set(
  [...readFileSync('docs/how-it-works.md', 'utf8').matchAll(/^ {2}(\w+|\[\*\]) --> (\w+): /gm)].map(
    ([, from, to]) => `${from} ${to}`,
  ),
)

/** Whether what a color holds may go from one state to another in one record; `null`: it holds nothing yet. */
export function mayBecome(from: Slot['state'] | null, to: Slot['state']): boolean {
  const begin = from ?? '[*]'
  // where an environment has neither contract nor retire, a color is retired in one step
  const isGoneAtOnce = to === 'retired' && ARROWS.has(`${begin} retiring`)
  return begin === to || isGoneAtOnce || ARROWS.has(`${begin} ${to}`)
}
