import { mermaidLabel } from './escape.js'

/**
 * Pictures in the part of Mermaid that every renderer draws the same way: nodes with quoted labels, plain edges, subgraphs
 * and classes. Ids are never names from outside: `end` alone would break a picture.
 */

export const GREEN = 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328'
export const RED = 'fill:#ffebe9,stroke:#cf222e,color:#1f2328'
export const GRAY = 'fill:#f6f8fa,stroke:#8c959f,color:#1f2328'
export const BLUE = 'fill:#ddf4ff,stroke:#0969da,color:#1f2328'

/** @param label the lines of the label */
export function node(id: string, label: readonly string[], className: string): string {
  return `${id}["${label.map(mermaidLabel).join('<br/>')}"]:::${className}`
}

export function picture(lines: readonly string[], classes: Readonly<Record<string, string>>): string {
  const styles = Object.entries(classes).map(([name, style]) => `  classDef ${name} ${style}`)
  return ['flowchart LR', ...lines, ...styles].join('\n')
}
