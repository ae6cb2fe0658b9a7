import { asScalar, childOf, walk, type YamlEntry, type YamlNode } from '../../yaml/tree.js'
import { type Dependency, isTemplate, type Pin, pinOf, type YamlSource } from './dependency.js'
import { packageUrl } from './purl.js'

/** Names of variables for container images. */
const IMAGE_KEY = /(?:^|_)image(?:_full)?$/
const TAG_KEY = /^(?!openstack_)[a-z][a-z0-9_]*_tag$/
const RELEASE_KEY = /^(?:kolla_)?openstack_release$/
/** The files of kolla-ansible's variables. Only there is a `*_tag` the tag of an image. */
const KOLLA = /(^|\/)(?:globals\.ya?ml|globals\.d\/.+|kolla\.ya?ml|kolla\/[^/]+)$/
const KOLLA_REGISTRY = 'quay.io'
const KOLLA_NAMESPACE = 'openstack.kolla'

interface Image {
  repository: string
  tag: string | undefined
  digest: string | undefined
}

/** Container images, and kolla-ansible's tags for all images or those of one service. */
export function* imagesIn({ path, root }: YamlSource): Generator<Dependency> {
  const kolla = kollaRepository(root)
  for (const { key, keyRange, value } of allEntries(root)) {
    const text = asScalar(value)?.text
    if (text === undefined || text === '') continue
    const found = foundBy(key, text, KOLLA.test(path), kolla)
    if (found) yield { ...found, file: path, line: keyRange.start.line }
  }
}

function allEntries(root: YamlNode): YamlEntry[] {
  const entries: YamlEntry[] = []
  walk(root, (node) => {
    if (node.kind === 'mapping') for (const entry of node.entries) entries.push(entry)
  })
  return entries
}

function foundBy(key: string, text: string, isKolla: boolean, kolla: string): Found | undefined {
  if (IMAGE_KEY.test(key)) return imageOf(key, text)
  if (RELEASE_KEY.test(key)) return release(text)
  if (isKolla && key === 'openstack_tag') return tagged(kolla, undefined, text)
  return isKolla && TAG_KEY.test(key) ? tagged(kolla, key.slice(0, -'_tag'.length), text) : undefined
}

type Found = Omit<Dependency, 'file' | 'line'>

function imageOf(key: string, text: string): Found | undefined {
  if (isTemplate(text)) {
    // neither the key nor the value names an image
    if (!text.includes('/') || key === 'image') return undefined
    const name = key.replace(/_image(?:_full)?$/, '').replaceAll('_', '-')
    return {
      kind: 'image',
      name,
      version: undefined,
      pin: 'unknown',
      purl: packageUrl({ type: 'oci', name }),
    }
  }
  const image = parseImage(text)
  if (!image) return undefined
  const { repository, tag, digest } = image
  return found(repository, tag, digest, digest === undefined ? imagePin(tag) : 'digest')
}

/** `undefined` for other texts: the name of an image in Glance, a file, an address. */
function parseImage(text: string): Image | undefined {
  const parts =
    /^([a-z0-9][\w.-]*(?::\d+(?=\/))?(?:\/[\w.-]+)*)(?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/i.exec(
      text,
    )
  const [, repository, tag, digest] = parts ?? []
  if (repository === undefined) return undefined
  const isImage = repository.includes('/') || tag !== undefined || digest !== undefined
  return isImage && !/\.(?:qcow2|img|raw|iso|vmdk|gz|xz)$/i.test(text)
    ? { repository, tag, digest }
    : undefined
}

function tagged(repository: string, service: string | undefined, tag: string): Found {
  const name = service === undefined ? repository : `${repository}/${service.replaceAll('_', '-')}`
  return found(name, isTemplate(tag) ? undefined : tag, undefined, imagePin(tag))
}

function found(repository: string, tag: string | undefined, digest: string | undefined, pin: Pin): Found {
  const name = repository.split('/').at(-1) ?? repository
  const qualifiers = { repository_url: repository.includes('/') ? repository : undefined, tag }
  const purl = packageUrl({ type: 'oci', name: name.toLowerCase(), version: digest, qualifiers })
  return { kind: 'image', name: repository, version: digest ?? tag, pin, purl }
}

/** A tag counts as a version, although it can be moved. Branch-like tags do not. */
function imagePin(tag: string | undefined): Pin {
  const pin = pinOf(tag)
  return pin === 'digest' || pin === 'range' ? 'version' : pin
}

function release(text: string): Found {
  const pin = pinOf(text)
  const version = pin === 'unknown' ? undefined : text
  const purl = packageUrl({
    type: 'generic',
    name: 'openstack',
    version: pin === 'version' ? text : undefined,
  })
  return { kind: 'release', name: 'openstack', version, pin, purl }
}

function kollaRepository(root: YamlNode): string {
  const plain = (key: string, otherwise: string) => {
    const text = asScalar(childOf(root, key))?.text
    return text === undefined || text === '' || isTemplate(text) ? otherwise : text
  }
  return `${plain('docker_registry', KOLLA_REGISTRY)}/${plain('docker_namespace', KOLLA_NAMESPACE)}`
}
