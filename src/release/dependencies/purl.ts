import { PackageURL } from 'packageurl-js'

interface Parts {
  type: string
  /** The name, after its namespace and a slash if it has one. */
  name: string
  version?: string | undefined
  qualifiers?: Record<string, string | undefined>
}

/** A package URL (https://github.com/package-url/purl-spec). Qualifiers without a value are left out. */
export function packageUrl({ type, name, version, qualifiers = {} }: Parts): string {
  const parts = name.split('/').filter((part) => part.trim() !== '')
  const last = parts.pop() ?? 'unnamed' // the library throws for an empty name
  const given = Object.entries(qualifiers).flatMap(([key, value]) => (value ? [[key, value]] : []))
  return new PackageURL(
    type,
    parts.join('/') || undefined,
    last,
    version,
    given.length > 0 ? Object.fromEntries(given) : undefined,
    undefined,
  ).toString()
}

/** The package URL of a Git repository at a version. Repositories on GitHub have a type of their own. */
export function gitPackageUrl(url: string, name: string, version: string | undefined): string {
  const https = httpsOf(url)
  const [, repository] = /^https:\/\/github\.com\/([^/]+\/[^/]+)$/i.exec(https) ?? []
  if (repository) return packageUrl({ type: 'github', name: repository, version })
  const at = version === undefined ? '' : `@${version}`
  return packageUrl({ type: 'generic', name, version, qualifiers: { vcs_url: `git+${https}${at}` } })
}

/** `git@host:path` and `ssh://git@host/path` as an address of the web, without `.git`. */
function httpsOf(url: string): string {
  return url
    .replace(/^git\+/, '')
    .replace(/^ssh:\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\//, 'https://$1/')
    .replace(/^(?:[^/@:]+@)([^/:]+):(?!\/\/)/, 'https://$1/')
    .replace(/(?:\.git)?\/*$/, '')
}
