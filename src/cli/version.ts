import { readFileSync } from 'node:fs'

/** The version of Changeover, from the package that the build lies in. */
export const VERSION: string = readVersion()

function readVersion(): string {
  // dist/cli.js and src/cli/version.ts lie at different depths: the first package.json upwards is ours
  for (const up of ['../package.json', '../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8'))
      if (name === 'changeover') return version
    } catch {
      // not at this depth
    }
  }
  return 'unknown'
}
