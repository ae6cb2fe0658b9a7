/** A step into JSON: a name, a place in a list (from the end when negative), or each element. */
type Step = { name: string } | { index: number } | { each: true }

/** A value that a place in JSON is compared with. */
export type Scalar = string | number | boolean | null

const STEP = /\.?([A-Za-z_][A-Za-z0-9_-]*)|\[(-?\d{1,6})\]|\[(\*)\]|\["([^"\\]{0,200})"\]/y

/** More places than these are not looked at. */
const MAX_PLACES = 10_000

/**
 * Read a path such as `versions[0].status`, `servers[*].name` or `["odd name"].x`; a leading `$` is allowed. There are
 * names, places, and "each element": no filters, no scripts, nothing that is evaluated.
 *
 * @returns undefined when it is no such path
 */
export function parseJsonPath(path: string): Step[] | undefined {
  const text = path.startsWith('$') ? path.slice(1) : path
  const steps: Step[] = []
  STEP.lastIndex = 0
  let at = 0
  while (at < text.length) {
    STEP.lastIndex = at
    const match = STEP.exec(text)
    if (!match || (at > 0 && match[1] !== undefined && !match[0].startsWith('.'))) return undefined
    const [whole, name, index, each, quoted] = match
    const named = name ?? quoted
    if (named !== undefined) steps.push({ name: named })
    else if (each) steps.push({ each: true })
    else steps.push({ index: Number(index) })
    at += whole.length
  }
  return steps
}

/** The values at a path: none when nothing is there, several with `[*]`. Only own keys count. */
export function valuesAt(data: unknown, steps: readonly Step[]): unknown[] {
  let found: unknown[] = [data]
  for (const step of steps) {
    found = found.flatMap((value) => into(value, step)).slice(0, MAX_PLACES)
  }
  return found
}

function into(value: unknown, step: Step): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  if ('name' in step) {
    const own = Object.entries(value).find(([key]) => key === step.name)
    return own && !Array.isArray(value) ? [own[1]] : []
  }
  if (!Array.isArray(value)) return []
  if ('each' in step) return value
  const at = step.index < 0 ? value.length + step.index : step.index
  return at >= 0 && at < value.length ? [value[at]] : []
}
