import { posix } from 'node:path'

/** The state file that a configuration makes a backend read at a reload, as far as its text tells. */
export type StateFileUse = { reads: string } | 'nothing' | 'unknown'

interface Section {
  /** The value of `load-server-state-from-file`: `global`, `local` or `none`. */
  load: string | undefined
}

/**
 * What each backend reads at a reload, from the files of the configuration in their order. HAProxy does not tell it on its
 * socket, and a reload reads the files as they are then.
 */
export function stateFileUse(
  configuration: readonly string[],
  backends: readonly string[],
): Map<string, StateFileUse> {
  const global: Record<string, string> = {}
  const named = new Map<string, Section>()
  const found = new Map<string, Section>()
  let defaults: Section = { load: undefined }
  let section: Section | undefined
  let isGlobal = false
  for (const [keyword = '', ...words] of configuration.flatMap(linesOf)) {
    const [name = ''] = words
    if (SECTIONS.has(keyword)) {
      isGlobal = keyword === 'global'
      const from = named.get(words[words.indexOf('from') + 1] ?? '')
      section = {
        load: (words.includes('from') ? from : keyword === 'defaults' ? undefined : defaults)?.load,
      }
      if (keyword === 'defaults') {
        defaults = section
        named.set(name, section)
      }
      if (keyword === 'backend' || keyword === 'listen') found.set(name, section)
    } else if (isGlobal) global[keyword] = name
    else if (section && keyword === 'load-server-state-from-file') section.load = name
  }
  return new Map(backends.map((backend) => [backend, useOf(found.get(backend), global)]))
}

const SECTIONS = new Set([
  ...['global', 'defaults', 'frontend', 'backend', 'listen', 'peers', 'resolvers', 'mailers', 'userlist'],
  ...['program', 'cache', 'http-errors', 'ring', 'log-forward', 'fcgi-app', 'crt-store', 'traces', 'acme'],
])

/** The words of each line that is not empty. */
function linesOf(text: string): string[][] {
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').split(/\s+/).filter(Boolean))
    .filter((words) => words.length > 0)
}

function useOf(section: Section | undefined, global: Record<string, string>): StateFileUse {
  if (!section || section.load === 'local') return 'unknown' // such a file is one backend's
  if (section.load !== 'global') return 'nothing'
  const { 'server-state-file': file, 'server-state-base': base = '/' } = global
  if (file === undefined) return 'nothing'
  if (/["'\\$]/.test(file + base)) return 'unknown'
  return { reads: posix.resolve('/', base, file) }
}
