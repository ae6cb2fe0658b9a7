import { distance } from 'fastest-levenshtein'

/**
 * The name among `known` that was meant when a finger slipped: one letter too many, too few or another one, two
 * that changed places, or `-` for `_`. Other numbers are other things, and short names are too near to each other.
 */
export function slipOf(name: string, known: Iterable<string>): string | undefined {
  if (name.length < 4) return undefined
  for (const other of known) if (isSlip(name, other)) return other
  return undefined
}

function isSlip(name: string, other: string): boolean {
  if (name === other || Math.abs(name.length - other.length) > 1 || digits(name) !== digits(other))
    return false
  const difference = distance(name, other)
  if (difference === 1) return true
  if (name.length !== other.length) return false
  if (name.replaceAll('-', '_') === other.replaceAll('-', '_')) return true
  return difference === 2 && sorted(name) === sorted(other)
}

function digits(text: string): string {
  return text.replace(/\D/g, '')
}

function sorted(text: string): string {
  return [...text].sort().join('')
}
