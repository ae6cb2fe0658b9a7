import { nearest } from '../../../../platform/nearest.js'

export function hint(name: string, known: Iterable<string>, otherwise: string): string {
  const near = nearest(name, known)
  return near === undefined ? otherwise : `Did you mean "${near}"?`
}
