// The other direction of src/lint/facts/changes.ts: the changes between two values. And JSON that makes a readable diff.

/** The changes that turn `before` into `after`; `undefined` when the value must be set as a whole. */
export function difference(before, after) {
  if (isSetOfStrings(before) && isSetOfStrings(after)) {
    const add = after.filter((entry) => !before.includes(entry))
    const remove = before.filter((entry) => !after.includes(entry))
    return withoutEmpty({ add, remove })
  }
  if (!isObject(before) || !isObject(after)) return undefined
  const set = {}
  const change = {}
  for (const [key, value] of Object.entries(after)) {
    if (Object.hasOwn(before, key) && isSame(before[key], value)) continue
    const inner = Object.hasOwn(before, key) ? difference(before[key], value) : undefined
    if (inner && sizeOf(inner) < sizeOf(value)) change[key] = inner
    else set[key] = value
  }
  const remove = Object.keys(before).filter((key) => !Object.hasOwn(after, key))
  return withoutEmpty({ set, change, remove })
}

/** JSON with one entry per line, except for what is short or deep inside. */
export function readableJson(value) {
  return `${lines(value, '', 0)}\n`
}

const WIDTH = 100
const DEPTH = 4

function lines(value, indent, depth) {
  if (value === null || typeof value !== 'object' || depth >= DEPTH) return JSON.stringify(value)
  const inner = `${indent} `
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const entries = Array.isArray(value)
    ? value.map((entry) => lines(entry, inner, depth + 1))
    : Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${lines(entry, inner, depth + 1)}`)
  const line = `${open}${entries.join(', ')}${close}`
  if (indent.length + line.length <= WIDTH && !line.includes('\n')) return line
  return `${open}\n${entries.map((entry) => `${inner}${entry}`).join(',\n')}\n${indent}${close}`
}

function withoutEmpty(changes) {
  return Object.fromEntries(Object.entries(changes).filter(([, part]) => Object.keys(part).length > 0))
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSetOfStrings(value) {
  return (
    Array.isArray(value) && value.every((entry, at) => typeof entry === 'string' && !(entry <= value[at - 1]))
  )
}

function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other)
}

function sizeOf(value) {
  return JSON.stringify(value).length
}
