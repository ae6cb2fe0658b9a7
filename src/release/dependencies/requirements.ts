import { asScalar, asSequence, asString, childOf, type YamlNode } from '../../yaml/tree.js'
import { type Dependency, isTemplate, pinOf, withoutCredentials, type YamlSource } from './dependency.js'
import { gitPackageUrl, packageUrl } from './purl.js'

/** The files that ansible-galaxy reads. */
export const REQUIREMENTS = /(^|\/)[\w-]*requirements\.ya?ml$/

const GALAXY = 'https://galaxy.ansible.com'

/** A requirement, in the long or the short form. */
interface Written {
  kind: 'role' | 'collection'
  /** Its name, or its address. */
  from: string
  /** Its local name, if it has one. */
  name: string | undefined
  version: string | undefined
  isGit: boolean
  /** The server, if it is not Galaxy. */
  server: string | undefined
}

/** The roles and collections in a requirements file. Those in local folders are not dependencies. */
export function* requirementsIn({ path, root }: YamlSource): Generator<Dependency> {
  const lists = [
    { kind: 'role', node: asSequence(root) ?? childOf(root, 'roles') },
    { kind: 'collection', node: childOf(root, 'collections') },
  ] as const
  for (const { kind, node } of lists) {
    for (const item of asSequence(node)?.items ?? []) {
      const written = readItem(kind, item)
      // a task file may have the same name: the names of its items are sentences
      if (!written || isLocal(written.from) || /\s/.test(written.from)) continue
      yield { ...dependency(written), file: path, line: item.range.start.line }
    }
  }
}

function readItem(kind: Written['kind'], item: YamlNode): Written | undefined {
  const text = asString(item)
  if (text !== undefined) return readText(kind, text)
  const value = (key: string) => asScalar(childOf(item, key))?.text || undefined
  const type = value('type')
  if (value('include') || (type && ['file', 'dir', 'subdirs'].includes(type))) return undefined
  const name = value('name') ?? value('role')
  const source = value('src') ?? value('source')
  // the source of a collection may be a server
  const isServer = kind === 'collection' && name !== undefined && type !== 'git' && !isGitUrl(source ?? '')
  const from = isServer ? name : (source ?? name)
  if (from === undefined) return undefined
  const read = readText(kind, from)
  return {
    ...read,
    name: name === from ? read.name : name,
    version: value('version') ?? read.version,
    isGit: read.isGit || value('scm') === 'git' || type === 'git',
    server: isServer && source?.includes('://') ? withoutCredentials(source) : undefined,
  }
}

/** `name`, `name,version`, `name:version`, `git+https://host/path,version`. */
function readText(kind: Written['kind'], text: string): Written {
  const isGit = isGitUrl(text)
  const [first = '', version, name] = text.split(',').map((part) => part.trim())
  const [, short, after] = kind === 'collection' && !isGit ? (/^(\w+\.\w+):(.+)$/.exec(text) ?? []) : []
  return {
    ...{ kind, isGit, name, server: undefined },
    from: withoutCredentials(short ?? first),
    version: after ?? (version || undefined),
  }
}

function dependency({
  kind,
  from,
  name,
  version,
  isGit,
  server,
}: Written): Omit<Dependency, 'file' | 'line'> {
  const pin = isTemplate(from) ? 'unknown' : pinOf(version)
  // a package URL has one version, not a range or a template
  const exact = pin === 'digest' || pin === 'version' ? version?.replace(/^==\s*/, '') : undefined
  const called = name ?? lastPart(from)
  if (isGit) return { kind, name: called, version, pin, purl: gitPackageUrl(from, called, exact) }
  const isUrl = from.includes('://')
  const qualifiers = isUrl ? { download_url: from } : { repository_url: server ?? GALAXY }
  const purl = packageUrl({ type: 'generic', name: isUrl ? called : from, version: exact, qualifiers })
  return { kind, name: isUrl ? called : from, version, pin, purl }
}

function isGitUrl(text: string): boolean {
  if (/^git\+|^git@|^(?:git|ssh):\/\/|^https:\/\/github\.com\//.test(text)) return true
  // geerlingguy.git is a role, not an address
  return /^[^#,]*[/:][^#,]*\.git(?:[#,].*)?$/.test(text)
}

function isLocal(from: string): boolean {
  return /^(?:\.{0,2}\/|file:|~)/.test(from) || (/\.tar\.gz$/.test(from) && !from.includes('://'))
}

function lastPart(from: string): string {
  return (
    from
      .replace(/#.*$/, '')
      .replace(/(?:\.git)?\/*$/, '')
      .split(/[/:]/)
      .at(-1) || from
  )
}
