/**
 * The name among `known` that was meant when a finger slipped: one letter too many, too few or another one, two
 * that changed places, or `-` for `_`. Other numbers are other things, and short names are too near to each other.
 */
export function slipOf(name: string, known: Iterable<string>): string | undefined {
  if (name.length < 4) return undefined
  for (const other of known) if (isSlip(name, other)) return other
  return undefined
}

/** Without allocating anything: names of all hosts may be compared with each other. */
function isSlip(name: string, other: string): boolean {
  const shorter = Math.min(name.length, other.length)
  if (name === other || Math.max(name.length, other.length) - shorter > 1) return false
  let start = 0
  while (start < shorter && isSame(name, start, other, start)) start++
  let end = 0
  while (end < shorter - start && isSame(name, name.length - 1 - end, other, other.length - 1 - end)) end++
  const from = name.slice(start, name.length - end)
  const to = other.slice(start, other.length - end)
  if (/\d/.test(from + to)) return false
  return Math.max(from.length, to.length) <= 1 || isExchange(from, to)
}

/** `-` and `_` are one letter here. */
function isSame(a: string, at: number, b: string, other: number): boolean {
  const one = a.charCodeAt(at)
  const two = b.charCodeAt(other)
  return one === two || (isDash(one) && isDash(two))
}

function isDash(code: number): boolean {
  return code === 45 || code === 95
}

/** Whether only the first and the last letter changed places. */
function isExchange(from: string, to: string): boolean {
  const last = from.length - 1
  return (
    from.length === to.length &&
    from[0] === to[last] &&
    from[last] === to[0] &&
    from.slice(1, -1) === to.slice(1, -1)
  )
}
