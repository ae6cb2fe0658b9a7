import {
  asRelease,
  isOlderRelease,
  NEWEST_RELEASE,
  type OpenStackRelease,
  RELEASES,
} from '../../../openstack/releases.js'
import { asMapping, asScalar, asSequence, childOf, entriesOf, type YamlNode } from '../../../yaml/tree.js'
import { type Definition, rootMapping } from '../definition.js'

/** A place in the definitions that names their OpenStack release. */
export interface ReleaseSign {
  /** The release; `older` for one before all known releases. */
  release: OpenStackRelease | 'older'
  /** As written in the file. */
  text: string
  file: string
  line: number
}

/** Variables whose value is the release, of kolla-ansible, kayobe and OSISM. */
const RELEASE_KEYS = ['openstack_release', 'openstack_version']
/** Variables whose value is a branch or a tag of the deployment tool. */
const SOURCE_KEYS = [
  'openstack_branch',
  'kolla_source_version',
  'kolla_ansible_source_version',
  'openstack_ansible_version',
  'openstack_ansible_branch',
  'osa_version',
  'osa_branch',
]
/** Variables with tags of container images, which begin with the release. */
const TAG_KEYS: ReadonlySet<string> = new Set(['openstack_tag', 'kolla_tag', 'kolla_image_tags'])
const KEYS: ReadonlySet<string> = new Set([...RELEASE_KEYS, ...SOURCE_KEYS])
const DEPLOYMENT_TOOL = /(?:^|\/)(?:openstack-ansible|kolla-ansible|ansible-collection-kolla)(?:\.git)?$/

/** Files whose release is not that of the deployment: defaults of roles, tests, examples. */
const ELSEWHERE = /(?:^|\/)(?:roles|defaults|molecule|tests?|examples?|docs?|\.github|node_modules)\//

/** The places that name the release: variables and pinned tools if there are any, otherwise tags of images. */
export function releaseSigns(definitions: readonly Definition[]): ReleaseSign[] {
  const named: ReleaseSign[] = []
  const tagged: ReleaseSign[] = []
  for (const definition of definitions) {
    if (!NAMING_KINDS.has(definition.kind) || ELSEWHERE.test(definition.path)) continue
    const root = rootMapping(definition)
    if (!root && !definition.path.includes('requirements')) continue
    const signs = (nodes: Iterable<YamlNode | undefined>, meaning = meantBy) =>
      signsIn(definition, nodes, meaning)
    for (const { key, value } of root?.entries ?? []) {
      if (KEYS.has(key)) named.push(...signs([value]))
      else if (TAG_KEYS.has(key)) tagged.push(...signs(leaves(value), meantByTag))
    }
    named.push(...signs(pinnedTools(definition)))
  }
  return named.length > 0 ? named : tagged
}

const NAMING_KINDS: ReadonlySet<Definition['kind']> = new Set([
  'kolla_ansible',
  'openstack_ansible',
  'ansible',
  'yaml',
])

function* signsIn(
  { path }: Definition,
  nodes: Iterable<YamlNode | undefined>,
  meaning: (text: string) => ReleaseSign['release'] | undefined,
): Iterable<ReleaseSign> {
  for (const node of nodes) {
    const text = asScalar(node)?.text
    const release = text === undefined ? undefined : meaning(text)
    if (node && text !== undefined && release)
      yield { release, text, file: path, line: node.range.start.line }
  }
}

/** The versions of the deployment tool in a requirements.yml. */
function pinnedTools({ path, yaml }: Definition): (YamlNode | undefined)[] {
  if (!/requirements\.ya?ml$/.test(path)) return []
  const [root] = yaml?.documents ?? []
  const items = [root, childOf(root, 'roles'), childOf(root, 'collections')].flatMap(
    (list) => asSequence(list)?.items ?? [],
  )
  const isTool = (item: YamlNode) =>
    ['name', 'src', 'source'].some((key) => DEPLOYMENT_TOOL.test(asScalar(childOf(item, key))?.text ?? ''))
  return items.filter(isTool).map((item) => childOf(item, 'version'))
}

/** The texts of a variable that is a text, or a shallow mapping of texts. */
function leaves(node: YamlNode | undefined, depth = 0): (YamlNode | undefined)[] {
  if (!asMapping(node)) return [node]
  return depth > 2 ? [] : entriesOf(node).flatMap(({ value }) => leaves(value, depth + 1))
}

/** The major versions of kolla-ansible and openstack-ansible for the first known release. */
const FIRST_VERSIONS = [15, 26]

function meantBy(written: string): ReleaseSign['release'] | undefined {
  const text = written.replace(/^(?:v(?=\d)|stackhpc\/)/, '')
  if (text === 'master' || text === 'main') return NEWEST_RELEASE
  const major = Number(/^(\d{2})\.\d+\.\d/.exec(text)?.[1])
  const tagged = FIRST_VERSIONS.map((first) => RELEASES[major - first]).find(Boolean)
  return tagged ?? asRelease(text) ?? (isOlderRelease(text) ? 'older' : undefined)
}

function meantByTag(tag: string): ReleaseSign['release'] | undefined {
  const [, name = ''] = /^([a-z]+|\d{4}\.\d)(?:-|$)/.exec(tag) ?? []
  return asRelease(name) ?? (isOlderRelease(name) ? 'older' : undefined)
}
