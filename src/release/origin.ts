import { gitText } from '../platform/git/git.js'

/** `user@host:path`, the short form of an SSH address. */
const SCP = /^(?:[^/@:]+@)?([^/:]+):(?!\/\/)(.+)$/

/**
 * The address of the repository that a clone comes from, without user and password. SSH and HTTPS addresses of the same
 * repository give the same result. `null` for a local folder, and without a remote.
 */
export async function originUrl(root: string): Promise<string | null> {
  const url = await gitText(['config', '--get', 'remote.origin.url'], { cwd: root }).catch(() => '')
  return commonUrl(url)
}

/** @returns `null` for an address that only this machine can use */
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
