// Makes mistakes: each function takes the lines of a valid file and returns mutants, each with the lines where a person would
// look for the mistake. The same seed gives the same mutants.

/** Numbers in [0, 1) that only depend on the seed (mulberry32). */
export function randomNumbers(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function shuffled(items, random) {
  const copy = [...items]
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[copy[at], copy[other]] = [copy[other], copy[at]]
  }
  return copy
}

/** A misspelled word: a letter is missing, doubled, or swapped with its neighbor. */
export function misspelled(word, random) {
  const slips = [
    (at) => word.slice(0, at) + word.slice(at + 1),
    (at) => word.slice(0, at) + word[at] + word.slice(at),
    (at) => word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1),
  ]
  for (;;) {
    const at = 1 + Math.floor(random() * (word.length - 1))
    if (!/[a-z]/i.test(word[at]) || !/[a-z]/i.test(word[at - 1])) continue
    const slip = slips[Math.floor(random() * slips.length)](at)
    if (slip !== word) return slip
  }
}

/** Replace the matching line with the result of `change`; `undefined` leaves it as it is. */
export function edit(pattern, change, blame = (at) => [at]) {
  return function* mutants(lines, random) {
    for (const [at, match] of candidates(lines, pattern, random)) {
      const changed = change(match, random, at)
      if (changed === undefined || changed === lines[at]) continue
      yield { lines: lines.with(at, changed), blame: blame(at, lines).map((line) => line + 1) }
    }
  }
}

/** Misspell the capture group `word` of the line. */
export function misspell(pattern) {
  return edit(pattern, (match, random) => {
    const { word } = match.groups
    const start = match[0].indexOf(word, match[0].length - match[0].trimStart().length)
    const from = match.index + start
    return match.input.slice(0, from) + misspelled(word, random) + match.input.slice(from + word.length)
  })
}

/** Remove the line and the lines indented below it. Any line of the block that had it counts as the right one. */
export function remove(pattern) {
  return function* mutants(lines, random) {
    for (const [at] of candidates(lines, pattern, random)) {
      const depth = indentOf(lines[at])
      let end = at + 1
      while (end < lines.length && (lines[end].trim() === '' || indentOf(lines[end]) > depth)) end++
      const without = lines.toSpliced(at, end - at)
      yield { lines: without, blame: blockAround(without, Math.max(0, at - 1), depth) }
    }
  }
}

/** Insert lines after the matching one. Each of them, and the matching one, counts as the right line. */
export function insertAfter(pattern, added) {
  return function* mutants(lines, random) {
    for (const [at, match] of candidates(lines, pattern, random)) {
      const more = added(match, random, lines)
      if (more === undefined) continue
      const blame = [at + 1, ...more.map((_, index) => at + 2 + index)]
      yield { lines: lines.toSpliced(at + 1, 0, ...more), blame }
    }
  }
}

/** Repeat the matching line with another value. */
export function duplicate(pattern, changed = (line) => line) {
  return insertAfter(pattern, (match) => [changed(match.input)])
}

/** Indent the matching line by this many columns. */
export function shift(pattern, columns) {
  return edit(
    pattern,
    ({ input }) => (columns > 0 ? ' '.repeat(columns) + input : input.slice(-columns)),
    // a parser often reports the next line
    (at) => [at, at + 1],
  )
}

/** Rename the file. Its first line counts as the right one. */
export function rename(change) {
  return function* mutants(lines, random, path) {
    const to = change(path, random)
    if (to !== path) yield { lines, path: to, blame: [1] }
  }
}

function candidates(lines, pattern, random) {
  const found = lines.flatMap((line, at) => {
    const match = pattern.exec(line)
    return match ? [[at, match]] : []
  })
  return shuffled(found, random)
}

function indentOf(line) {
  return line.length - line.trimStart().length
}

/** The line numbers of the block around a line of this depth, with the line that opens it. */
function blockAround(lines, at, depth) {
  let from = at
  while (from > 0 && (lines[from].trim() === '' || indentOf(lines[from]) >= depth)) from--
  let to = at + 1
  while (to < lines.length && (lines[to].trim() === '' || indentOf(lines[to]) >= depth)) to++
  return Array.from({ length: to - from }, (_, index) => from + index + 1)
}
