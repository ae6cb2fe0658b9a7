import type { Definition } from '../../engine/definition.js'

const NAME = /[A-Za-z_]\w+/g
const LONGEST_EXPRESSION = 4000

/**
 * Names that the definitions use: in Jinja, and anywhere in playbooks and roles, where conditions need no braces.
 * A variable that nobody but the repository itself knows is no misspelling then.
 */
export function namesInUse(definitions: readonly Definition[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { kind, text } of definitions) {
    const parts = kind === 'ansible' ? [text] : expressionsIn(text)
    for (const part of parts) for (const [name] of part.matchAll(NAME)) names.add(name)
  }
  return names
}

function* expressionsIn(text: string): Iterable<string> {
  let at = 0
  for (;;) {
    const opening = text.indexOf('{', at)
    if (opening === -1) return
    const kind = text[opening + 1]
    at = opening + 1
    if (kind !== '{' && kind !== '%') continue
    const closing = text.indexOf(kind === '{' ? '}}' : '%}', opening)
    if (closing === -1) return
    if (closing - opening < LONGEST_EXPRESSION) yield text.slice(opening + 2, closing)
    at = closing
  }
}
