import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

let found: string | undefined

/**
 * The folder of Changeover itself, with `data/` and `package.json`. Sources, bundles and their chunks are at different
 * depths below it.
 */
export function packageRoot(): string {
  if (found !== undefined) return found
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!(existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'action.yml')))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('this build of Changeover is not in its package')
    folder = parent
  }
  found = folder
  return folder
}

/** The version of Changeover, from its package.json. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}
