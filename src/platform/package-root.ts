import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

let found: string | undefined

/** Changeover's own folder, with `data/` and `package.json`. Sources and bundles are at different depths below it. */
export function packageRoot(): string {
  if (found !== undefined) return found
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!(existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'action.yml')))) {
    const parent = dirname(folder)
    if (parent === folder)
      throw new Error(
        'Cannot find package.json and action.yml beside this build. Use dist/ inside a complete checkout.',
      )
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
