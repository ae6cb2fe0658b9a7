import {
  asRelease,
  isOlderRelease,
  NEWEST_RELEASE,
  type OpenStackRelease,
  RELEASES,
} from '../../../openstack/releases.js'
import { asMapping, asScalar, asSequence, childOf, entriesOf, type YamlNode } from '../../../yaml/tree.js'
import { type Definition, rootMapping } from '../definition.js'

/** A place in the definitions that names the OpenStack release which they are for. */
export interface ReleaseSign {
  /** What is meant; `older` than all that are known. */
  release: OpenStackRelease | 'older'
  /** As it is written. */
  text: string
  file: string
  line: number
}

/** Variables whose whole value is the release: kolla-ansible and kayobe, OSISM, openstack-ansible. */
const RELEASE_KEYS = ['openstack_release', 'openstack_version']
/** Variables that name the branch or the tag of the deployment tool. */
const SOURCE_KEYS = [
  'openstack_branch',
  'kolla_source_version',
  'kolla_ansible_source_version',
  'openstack_ansible_version',
  'openstack_ansible_branch',
  'osa_version',
  'osa_branch',
]
/** Variables with the tags of container images, which begin with the release. */
const TAG_KEYS: ReadonlySet<string> = new Set(['openstack_tag', 'kolla_tag', 'kolla_image_tags'])
const SAID_KEYS: ReadonlySet<string> = new Set([...RELEASE_KEYS, ...SOURCE_KEYS])
const DEPLOYMENT_TOOL = /(?:^|\/)(?:openstack-ansible|kolla-ansible|ansible-collection-kolla)(?:\.git)?$/

/** Places where a release is somebody else's: a role's default, a test, an example. */
const ELSEWHERE = /(?:^|\/)(?:roles|defaults|molecule|tests?|examples?|docs?|\.github|node_modules)\//

/** What the definitions say of their release: variables and pins when there are any, otherwise the images' tags. */
export function releaseSigns(definitions: readonly Definition[]): ReleaseSign[] {
  const said: ReleaseSign[] = []
  const tagged: ReleaseSign[] = []
  for (const definition of definitions) {
    if (!MAY_SAY.has(definition.kind) || ELSEWHERE.test(definition.path)) continue
    const root = rootMapping(definition)
    if (!root && !definition.path.includes('requirements')) continue
    const signs = (nodes: Iterable<YamlNode | undefined>, meaning = meantBy) =>
      signsIn(definition, nodes, meaning)
    for (const { key, value } of root?.entries ?? []) {
      if (SAID_KEYS.has(key)) said.push(...signs([value]))
      else if (TAG_KEYS.has(key)) tagged.push(...signs(leaves(value), meantByTag))
    }
    said.push(...signs(pinnedTools(definition)))
  }
  return said.length > 0 ? said : tagged
}

const MAY_SAY: ReadonlySet<Definition['kind']> = new Set([
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

/** The versions of the deployment tool itself in a requirements.yml. */
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

/** The texts of a variable that is one text, or a mapping of texts at any shallow depth. */
function leaves(node: YamlNode | undefined, depth = 0): (YamlNode | undefined)[] {
  if (!asMapping(node)) return [node]
  return depth > 2 ? [] : entriesOf(node).flatMap(({ value }) => leaves(value, depth + 1))
}

/** Major versions of kolla-ansible and of openstack-ansible for the first release that is known. */
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
