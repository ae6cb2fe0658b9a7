import { resolve, type YamlNode } from '../yaml/tree.js'

/** One thing that definitions say, small enough to tell a person that it changed. */
export interface Facet {
  /** What it is: a host, a network, an option… */
  what: What
  name: string
  /** The file that says it, or the folder of the files that say it together. */
  where: string
  /** What is compared. Several facets of the same thing are compared together. */
  value: string
  /** What a person may see of the value: secrets are left out. */
  shown: string
  /** The facet that this one is a part of: when all of that came or went, the part is not told. */
  part?: { what: What; name: string }
}

export type What =
  | 'host'
  | 'group'
  | 'network'
  | 'service'
  | 'option'
  | 'resource'
  | 'property'
  | 'parameter'
  | 'output'
  | 'play'
  | 'task'
  | 'cloud'
  | 'proxy'
  | 'server'
  | 'environment'

/** Stands for a value that nobody should read in a log. */
export const HIDDEN = '(hidden)'

const SECRET_NAME =
  /(?:^|[_.-]|\b)(?:pass(?:word|wd|phrase|code)?|pw|secret|token|credentials?|(?:api|private|secret|access|encryption|fernet|ssh|hmac|cek|kek)_?key|transport_url)s?(?:_(?:id|key|access_key))?$/i
const CREDENTIALS = /(:\/\/[^/\s:@]*:)[^/\s@]+@/g
const KEY_BLOCK = /-----BEGIN/

/** Whether the value of a name should not be shown. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name)
}

/** Files that hold secrets and nothing else. */
export function isSecretFile(path: string): boolean {
  return /(?:^|\/)(?:[\w.-]*_)?(?:secrets?|passwords?|secure|vault)(?:\.ya?ml|\/)/i.test(path)
}

/** What may be shown of a text that belongs to a name. */
export function shownText(name: string, text: string): string {
  if (text !== '' && (isSecretName(name) || KEY_BLOCK.test(text))) return HIDDEN
  return text.replace(CREDENTIALS, `$1${HIDDEN}@`)
}

/** More than this of one value comes from no person. */
const MOST_NODES = 20_000

/** A value as one line of text that does not depend on the order of keys, and what may be shown of it. */
export function textsOf(name: string, node: YamlNode | undefined): Pick<Facet, 'value' | 'shown'> {
  const budget = { nodes: MOST_NODES }
  return {
    value: written(name, node, false, budget),
    shown: written(name, node, true, { nodes: MOST_NODES }),
  }
}

function written(
  name: string,
  node: YamlNode | undefined,
  hides: boolean,
  budget: { nodes: number },
): string {
  const found = resolve(node)
  if (!found || budget.nodes-- <= 0) return '…'
  const tag = found.tag?.startsWith('!') && !found.tag.startsWith('!!') ? `${found.tag} ` : ''
  if (hides && tag.startsWith('!vault')) return HIDDEN
  if (found.kind === 'sequence') {
    return `${tag}[${found.items.map((item) => written(name, item, hides, budget)).join(', ')}]`
  }
  if (found.kind === 'mapping') {
    const entries = found.entries.map(({ key, value }) => `${key}: ${written(key, value, hides, budget)}`)
    return `${tag}{${entries.sort().join(', ')}}`
  }
  const text = typeof found.value === 'string' ? found.text : String(found.value)
  return `${tag}${hides ? shownText(name, text) : text}`
}
