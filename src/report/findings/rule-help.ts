import type { RulePage } from '../../lint/engine/rule.js'

/** The most characters of an example: that of a rule about large files is too long to read. */
const MOST_CHARACTERS = 3_000

/** The files of an example, or its only text, without a name. */
export function exampleTexts(example: string | Readonly<Record<string, string>>): [string, string][] {
  const files: [string, string][] = typeof example === 'string' ? [['', example]] : Object.entries(example)
  return files.map(([path, text]) => [path, shortened(text)])
}

function shortened(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text
  const lines = text.slice(0, MOST_CHARACTERS).split('\n').slice(0, 20)
  return `${lines.map((line) => (line.length > 200 ? `${line.slice(0, 200)}…` : line)).join('\n')}\n…\n`
}

/** The explanation of a rule, both examples, and how to ignore a finding, as Markdown. */
export function ruleMarkdown({ id, help, example }: RulePage): string {
  return [
    help,
    '**Bad example**',
    ...exampleTexts(example.bad).map(fenced),
    '**Good example**',
    ...exampleTexts(example.good).map(fenced),
    `To ignore one finding, put the comment \`# changeover: ignore ${id}\` at the end of its line. To turn the rule off, use \`validate.rules\` in changeover.yml.`,
  ].join('\n\n')
}

/** The same without examples, as plain text. */
export function ruleTextPlain({ id, help }: RulePage): string {
  return `${help}\n\nTo ignore one finding, put the comment "# changeover: ignore ${id}" at the end of its line. To turn the rule off, use validate.rules in changeover.yml.`
}

function fenced([path, text]: [string, string]): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const name = path === '' ? '' : `\`${path}\`:\n\n`
  return `${name}${fence}yaml\n${visible(text).replace(/\n?$/, '\n')}${fence}`
}

/** Text with control characters as their codes. */
export function visible(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`)
}
