import { expect } from '@jest/globals'
import type { StepResult } from '../rig/runner.js'

/** What each workflow command of an attacker's would carry. */
export const MARK = 'PWNED'

/** Lines that the runner would carry out if they were printed as they are. */
export const COMMANDS = [
  `::error::${MARK}`,
  `::set-output name=outcome::${MARK}`,
  `::add-mask::${MARK}`,
  `::stop-commands::${MARK}`,
  `##[error]${MARK}`,
]

/** All of that and what would break out of Markdown: cells, code, links, HTML. */
export const HOSTILE = `a|b \`code\` <script>alert("${MARK}")</script> <img src=x> [x](javascript:${MARK}) @${MARK}`

/** Nothing of the attacker's was carried out by the runner, and the summary holds no HTML. */
export function expectHarmless(step: StepResult): void {
  for (const { name, properties, message } of step.commands) {
    expect({ name, message }).not.toEqual({
      name,
      message: expect.stringMatching(new RegExp(`^\\s*${MARK}`)),
    })
    expect(['group', 'endgroup', 'error', 'warning', 'notice', 'debug']).toContain(name)
    for (const value of Object.values(properties)) expect(value).not.toMatch(/^PWNED/)
  }
  // had somebody else's stop-commands been obeyed, the end of the run would be missing
  const named = (name: string) => step.commands.filter((command) => command.name === name).length
  expect(named('endgroup')).toBe(named('group'))
  expect(step.outputs.outcome).not.toBe(MARK)
  expect(step.env).toEqual({})
  expect(rawHtml(step.summary)).toEqual([])
}

/** HTML in Markdown that a browser would get: outside code, and not escaped. */
export function rawHtml(markdown: string): string[] {
  const outsideFences = markdown.replace(/^```[^\n]*\n.*?^```$/gms, '')
  // from left to right, as Markdown is read: a character that is escaped, or code up to a fence of the same length
  const plain = outsideFences.replace(/\\[!-/:-@[-`{-~]|(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)/gs, '')
  return [...plain.matchAll(/<[a-zA-Z/!?][^>]*>?/g)].map(([tag]) => tag)
}
