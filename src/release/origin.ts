import { gitText } from '../platform/git/git.js'

/** `user@host:path`, as SSH and Git write it. */
const SCP = /^(?:[^/@:]+@)?([^/:]+):(?!\/\/)(.+)$/

/**
 * Where the repository was cloned from, the same for all who cloned it from there: without user and password, and one
 * name for what SSH and HTTPS call differently. `null` for a folder of one machine, and without a remote.
 */
export async function originUrl(root: string): Promise<string | null> {
  const url = await gitText(['config', '--get', 'remote.origin.url'], { cwd: root }).catch(() => '')
  return commonUrl(url)
}

/** @returns `null` when the address means something on one machine only */
export function commonUrl(url: string): string | null {
  const [, host, path] = url.includes('://') ? [] : (SCP.exec(url) ?? [])
  const full = host === undefined ? url : `ssh://${host}/${path?.replace(/^\/+/, '')}`
  if (!URL.canParse(full)) return null
  const parsed = new URL(full)
  if (!/^(?:https?|ssh|git|git\+ssh):$/.test(parsed.protocol) || parsed.host === '') return null
  const web = parsed.protocol.startsWith('http') ? parsed.protocol : 'https:'
  const place = parsed.protocol.startsWith('http') ? parsed.host : parsed.hostname
  return `${web}//${place}${parsed.pathname.replace(/\/+$/, '').replace(/\.git$/, '')}`
}
