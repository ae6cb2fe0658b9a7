/** Package URLs, as https://github.com/package-url/purl-spec says. */

interface Parts {
  type: string
  /** With its namespace, if it has one. */
  name: string
  version?: string | undefined
  qualifiers?: Record<string, string | undefined>
}

export function packageUrl({ type, name, version, qualifiers = {} }: Parts): string {
  const path = name.split('/').map(encodeURIComponent).join('/')
  const at = version === undefined ? '' : `@${encodeURIComponent(version)}`
  const query = Object.entries(qualifiers)
    .flatMap(([key, value]) => (value ? [`${key}=${qualifierText(value)}`] : []))
    .sort()
    .join('&')
  return `pkg:${type}/${path}${at}${query === '' ? '' : `?${query}`}`
}

/** Of a Git repository at a version: GitHub has a type of its own. */
export function gitPackageUrl(url: string, name: string, version: string | undefined): string {
  const https = httpsOf(url)
  const [, repository] = /^https:\/\/github\.com\/([^/]+\/[^/]+)$/i.exec(https) ?? []
  if (repository) return packageUrl({ type: 'github', name: repository.toLowerCase(), version })
  const at = version === undefined ? '' : `@${version}`
  return packageUrl({ type: 'generic', name, version, qualifiers: { vcs_url: `git+${https}${at}` } })
}

/** `git@host:path` and `ssh://git@host/path` as the web has it; `.git` is left out. */
function httpsOf(url: string): string {
  return url
    .replace(/^git\+/, '')
    .replace(/^ssh:\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\//, 'https://$1/')
    .replace(/^(?:[^/@:]+@)([^/:]+):(?!\/\/)/, 'https://$1/')
    .replace(/(?:\.git)?\/*$/, '')
}

function qualifierText(text: string): string {
  return encodeURIComponent(text).replace(/%(?:2F|3A)/g, decodeURIComponent)
}
