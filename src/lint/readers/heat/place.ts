import { posix } from 'node:path'

/** Where a file that a definition names would be. */
export type Place =
  /** In the folder that is checked, by its path there. */
  | { path: string }
  /** Elsewhere: a URL, outside of the folder, or a name that is only known later. */
  | undefined

/** Where a file is that another one names relative to itself. */
export function placeOf(from: string, name: string): Place {
  if (
    name === '' ||
    name.startsWith('/') ||
    /^[a-z][a-z0-9+.-]*:/i.test(name) ||
    /[{}$%<>\uE000]/.test(name)
  ) {
    return undefined
  }
  const path = posix.normalize(posix.join(posix.dirname(from), name))
  return path.startsWith('../') || path === '..' ? undefined : { path }
}

/** Whether Heat takes a resource type of that name for a template. */
export function isTemplateName(type: string): boolean {
  return type.endsWith('.yaml') || type.endsWith('.template')
}
