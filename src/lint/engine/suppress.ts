import type { Definition } from './definition.js'

const COMMENT = /#[ \t]*changeover:[ \t]*ignore[ \t]+([\w-]+\/[\w-]+(?:[ \t]*,[ \t]*[\w-]+\/[\w-]+)*)/

/** Whether comments in the file silence a rule on a line. */
export type Suppressed = (rule: string, line: number) => boolean

/**
 * Read the comments `# changeover: ignore <rule>[, <rule>]` of a file. At the end of a line, a comment silences that
 * line; on a line of its own, it silences the next one. `undefined` without any.
 */
export function suppressions({ text }: Pick<Definition, 'text'>): Suppressed | undefined {
  if (!text.includes('changeover:')) return undefined
  const silenced = new Map<number, Set<string>>()
  for (const [index, line] of text.split('\n').entries()) {
    const rules = COMMENT.exec(line)?.[1]?.split(/[ \t]*,[ \t]*/)
    if (!rules) continue
    const target = line.trimStart().startsWith('#') ? index + 2 : index + 1
    silenced.set(target, new Set([...(silenced.get(target) ?? []), ...rules]))
  }
  return (rule, line) => silenced.get(line)?.has(rule) ?? false
}
