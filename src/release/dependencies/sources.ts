import { asScalar, entriesOf } from '../../yaml/tree.js'
import { type Dependency, isTemplate, pinOf, withoutCredentials, type YamlSource } from './dependency.js'
import { gitPackageUrl, packageUrl } from './purl.js'

/** The variables of openstack-ansible and kayobe for the version and the address of a source tree. */
const VERSION_KEYS = [
  { key: /^(.+)_git_install_branch$/, addressOf: (name: string) => `${name}_git_repo` },
  { key: /^(.+)_source_version$/, addressOf: (name: string) => `${name}_source_url` },
] as const

/** The source trees that are installed from Git. */
export function* sourcesIn({ path, root }: YamlSource): Generator<Dependency> {
  const entries = entriesOf(root)
  const texts = new Map(entries.map(({ key, value }) => [key, asScalar(value)?.text]))
  for (const { key, keyRange } of entries) {
    for (const { key: pattern, addressOf } of VERSION_KEYS) {
      const variable = pattern.exec(key)?.[1]
      if (variable === undefined) continue
      const address = texts.get(addressOf(variable))
      const found = source(variable.replaceAll('_', '-'), texts.get(key) || undefined, address)
      yield { ...found, file: path, line: keyRange.start.line }
    }
  }
}

function source(
  name: string,
  version: string | undefined,
  address: string | undefined,
): Omit<Dependency, 'file' | 'line'> {
  const pin = pinOf(version)
  const exact = pin === 'digest' || pin === 'version' ? version : undefined
  const url = address === undefined || isTemplate(address) ? undefined : withoutCredentials(address)
  const purl = url ? gitPackageUrl(url, name, exact) : packageUrl({ type: 'generic', name, version: exact })
  return { kind: 'source', name, version: pin === 'unknown' ? undefined : version, pin, purl }
}
