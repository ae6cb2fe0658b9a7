/**
 * The lines that our pictures may be made of: a small part of Mermaid's flowchart language. A label holds letters,
 * digits, blanks, dots, dashes, character codes and line breaks, and nothing else.
 */
const LABEL = String.raw`"(?:[\p{L}\p{N} .-]|#\d+;|<br\/>)+"`
const NODE = String.raw`[a-z]+\d*\[${LABEL}\]:::([a-z]+)`
const LINES = {
  node: new RegExp(`^ {2,4}${NODE}$`, 'u'),
  edge: /^ {2}([a-z]+\d*) (?:-->|==>|-\.-) ([a-z]+\d*)$/,
  subgraph: new RegExp(String.raw`^ {2}subgraph stage\d+\[${LABEL}\]$`, 'u'),
  end: /^ {2}end$/,
  users: /^ {2}users\(\["users"\]\) --> router\["router"\]$/,
  classDef: /^ {2}classDef ([a-z]+) fill:#[\da-f]{6},stroke:#[\da-f]{6},color:#[\da-f]{6}$/,
}

/** The lines of a chart over time, each of them once and in this order. A number has no exponent. */
const NUMBER = String.raw`-?\d+(?:\.\d+)?`
const NUMBERS = String.raw`\[(${NUMBER}(?:, ${NUMBER})*)\]`
const CHART = new RegExp(
  [
    'xychart-beta',
    '  title "[^"\n]+"',
    `  x-axis "[a-z ]+" (${NUMBER}) --> (${NUMBER})`,
    `  y-axis "[a-z, ]+" 0 --> (${NUMBER})`,
    `  bar ${NUMBERS}`,
    `  line ${NUMBERS}$`,
  ].join('\n'),
)

/** Problems of a chart: no axis of its own, a point too few, or one that lies beyond the axis. */
function chartProblems(picture: string): string[] {
  const [whole, from, to, top, bars = '', line = ''] = CHART.exec(picture) ?? []
  if (whole !== picture) return [`not in the grammar: ${picture}`]
  const points = [bars, line].map((list) => list.split(', ').map(Number))
  const problems = Number(from) < Number(to) ? [] : ['the axis has no length']
  if (new Set(points.map((list) => list.length)).size !== 1) problems.push('bars and line differ in length')
  if (points.some((list) => list.length > 60)) problems.push('too many points')
  if (points.flat().some((value) => value < 0 || value > Number(top)))
    problems.push('a point is off the chart')
  return problems
}

/** Problems of a picture: a line of another shape, an edge or a class that leads nowhere, a subgraph left open. */
export function mermaidProblems(picture: string): string[] {
  if (picture.startsWith('xychart-beta')) return chartProblems(picture)
  const [head, ...lines] = picture.split('\n')
  const problems = head === 'flowchart LR' ? [] : [`does not begin a flowchart: ${head}`]
  const ids = new Set<string>(['users', 'router'])
  const classes = new Set<string>()
  let open = 0
  for (const line of lines) {
    if (!Object.values(LINES).some((shape) => shape.test(line))) problems.push(`not in the grammar: ${line}`)
    if (LINES.node.test(line)) ids.add(line.trim().split('[')[0] ?? '')
    const defined = LINES.classDef.exec(line)?.[1]
    if (defined) classes.add(defined)
    if (LINES.subgraph.test(line)) open++
    if (LINES.end.test(line)) open--
  }
  for (const line of lines) {
    const [, from, to] = LINES.edge.exec(line) ?? []
    for (const id of [from, to]) if (id !== undefined && !ids.has(id)) problems.push(`no node ${id}`)
    const used = LINES.node.exec(line)?.[1]
    if (used && !classes.has(used)) problems.push(`no class ${used}`)
  }
  return open === 0 ? problems : [...problems, 'a subgraph is not closed']
}
