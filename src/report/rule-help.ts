import type { RulePage } from '../lint/engine/rule.js'

/** What people read about a rule, in reports. */

/** The most of one text that is shown: the example of a file that is too large is no reading. */
const MOST_CHARACTERS = 3_000

/** The files of an example, or its one text without a name. */
export function exampleTexts(example: string | Readonly<Record<string, string>>): [string, string][] {
  const files: [string, string][] = typeof example === 'string' ? [['', example]] : Object.entries(example)
  return files.map(([path, text]) => [path, shortened(text)])
}

function shortened(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text
  const lines = text.slice(0, MOST_CHARACTERS).split('\n').slice(0, 20)
  return `${lines.map((line) => (line.length > 200 ? `${line.slice(0, 200)}…` : line)).join('\n')}\n…\n`
}

/** Why, both examples, and how to silence it, as Markdown. */
export function ruleMarkdown({ id, help, example }: RulePage): string {
  return [
    help,
    '**Found in**',
    ...exampleTexts(example.bad).map(fenced),
    '**Not found in**',
    ...exampleTexts(example.good).map(fenced),
    `A single place is silenced by a comment at the end of its line, \`# changeover: ignore ${id}\`; the rule by \`validate.rules\` in changeover.yml.`,
  ].join('\n\n')
}

/** The same without examples, as plain text. */
export function ruleTextPlain({ id, help }: RulePage): string {
  return `${help}\n\nA single place is silenced by a comment at the end of its line, "# changeover: ignore ${id}"; the rule by validate.rules in changeover.yml.`
}

function fenced([path, text]: [string, string]): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const name = path === '' ? '' : `\`${path}\`:\n\n`
  return `${name}${fence}yaml\n${visible(text).replace(/\n?$/, '\n')}${fence}`
}

/** Control characters as their codes: a page is text. */
export function visible(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`)
}
