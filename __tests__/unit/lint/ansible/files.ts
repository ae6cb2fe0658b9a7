import type { Definition } from '../../../../src/lint/engine/definition.js'
import { definitionOf } from '../../../../src/lint/engine/files/read.js'

/** Files as they would be read from a folder; those that are no definitions are left out. */
export function definitionsOf(files: Readonly<Record<string, string>>): Definition[] {
  return Object.entries(files).flatMap(([path, text]) => definitionOf(Buffer.from(text), path) ?? [])
}

export function definition(path: string, text: string): Definition {
  const [only] = definitionsOf({ [path]: text })
  if (!only) throw new Error(`${path} is no definition`)
  return only
}
