import { resolve, type YamlNode } from '../yaml/tree.js'

/** One statement of the definitions, small enough to report that it changed. */
export interface Facet {
  /** The kind of thing: a host, a network, an option… */
  what: What
  name: string
  /** The file, or the folder of the files that belong together. */
  where: string
  /** The compared value. Facets of the same thing are compared as a set. */
  value: string
  /** The value to show, without secrets. */
  shown: string
  /** The thing that this facet is a part of. If the whole thing was added or removed, its parts are not reported. */
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

/** Shown instead of a secret. */
export const HIDDEN = '(hidden)'

const SECRET_NAME =
  /(?:^|[_.-]|\b)(?:pass(?:word|wd|phrase|code)?|pw|secret|token|credentials?|(?:api|private|secret|access|encryption|fernet|ssh|hmac|cek|kek)_?key|transport_url)s?(?:_(?:id|key|access_key))?$/i
const CREDENTIALS = /(:\/\/[^/\s:@]*:)[^/\s@]+@/g
const KEY_BLOCK = /-----BEGIN/

/** Whether the value of an option is secret, by the option's name. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name)
}

/** Whether a file contains only secrets. */
export function isSecretFile(path: string): boolean {
  return /(?:^|\/)(?:[\w.-]*_)?(?:secrets?|passwords?|secure|vault)(?:\.ya?ml|\/)/i.test(path)
}

/** The value of an option, without secrets. */
export function shownText(name: string, text: string): string {
  if (text !== '' && (isSecretName(name) || KEY_BLOCK.test(text))) return HIDDEN
  return text.replace(CREDENTIALS, `$1${HIDDEN}@`)
}

/** The limit for one value. No person writes a longer one. */
const MOST_NODES = 20_000

/** A value as one line of text, independent of the order of keys, and the same line without secrets. */
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
