/** One half of a blue-green environment. */
export type Color = 'blue' | 'green'

export const COLORS: readonly Color[] = ['blue', 'green']

/** The other half. */
export function otherColor(color: Color): Color {
  return color === 'blue' ? 'green' : 'blue'
}
