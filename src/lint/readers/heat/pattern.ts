const MAX_PATTERN = 1000
/** About how many steps a search may take; a template may ask for many of them. */
const MAX_STEPS = 100_000
/** What JavaScript reads otherwise than Python, or not at all. */
const FOREIGN = /\(\?[^:=!]|\\[AZaeghklmpqyzGHKQEUXpPNR]|\[\^?\]|\[\[:|[*+?}]\+|\{,|(?<!\\)\$[^)|]/

/**
 * Whether a text matches a pattern of Python from its beginning to its end, as Heat's allowed_pattern wants.
 *
 * @returns `undefined` when that cannot be told: the pattern means something else in JavaScript, or trying it could
 *   take forever
 */
export function matchesWhole(pattern: string, text: string): boolean | undefined {
  if (pattern.length > MAX_PATTERN || FOREIGN.test(pattern)) return undefined
  if (stepsOf(pattern, text.length) > MAX_STEPS) return undefined
  try {
    // Heat compares where the first match ends with the text's length
    const found = new RegExp(pattern, 'y').exec(text)
    return found !== null && found[0].length === text.length
  } catch {
    return undefined
  }
}

/**
 * A bound for the steps of a search in a text of that length. Without bound is the unlimited repetition of something
 * that repeats or branches itself; every other unlimited repetition multiplies by the length.
 */
function stepsOf(pattern: string, length: number): number {
  const bare = pattern
    .replace(/\\./g, 'a')
    .replace(/\[[^\]]*\]/g, 'a')
    .replace(/\(\?[:=!]/g, '(')
  let steps = Math.max(length, 1) ** (bare.match(/[*+]|\{\d*,\}/g) ?? []).length
  const open = [{ varies: false }]
  for (let at = 0; at < bare.length; at++) {
    const letter = bare[at]
    const inner = open.at(-1)
    if (letter === '(') open.push({ varies: false })
    else if (letter === ')') {
      const group = open.length > 1 ? open.pop() : undefined
      const most = mostRepeats(bare, at + 1)
      if (group?.varies) steps *= 2 ** most
      const outer = open.at(-1)
      if (outer && (group?.varies || most > 1)) outer.varies = true
    } else if (inner && letter !== undefined && '|*+?{'.includes(letter)) inner.varies = true
  }
  return steps
}

/** How often what ends here may be repeated. */
function mostRepeats(pattern: string, at: number): number {
  const letter = pattern[at]
  if (letter === '*' || letter === '+') return Number.POSITIVE_INFINITY
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(pattern.slice(at, at + 12)) ?? []
  if (least === undefined) return 1
  return most ? Number(most) : comma ? Number.POSITIVE_INFINITY : Number(least)
}
