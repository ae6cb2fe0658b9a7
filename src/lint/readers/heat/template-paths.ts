import { posix } from 'node:path'

/**
 * The path of a file that a definition refers to, relative to the checked folder.
 *
 * @param from the path of the definition, to which `name` is relative
 * @returns `undefined` for a URL, a path outside of the checked folder, or a name that is not literal
 */
export function referencedPath(from: string, name: string): string | undefined {
  if (
    name === '' ||
    name.startsWith('/') ||
    /^[a-z][a-z0-9+.-]*:/i.test(name) ||
    /[{}$%<>\uE000]/.test(name)
  ) {
    return undefined
  }
  const path = posix.normalize(posix.join(posix.dirname(from), name))
  return path.startsWith('../') || path === '..' ? undefined : path
}

/** Whether Heat reads a resource type of this name as the path of a template. */
export function isTemplateName(type: string): boolean {
  return type.endsWith('.yaml') || type.endsWith('.template')
}
