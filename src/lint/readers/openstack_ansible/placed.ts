import type { Range } from '../../../yaml/source.js'
import { asScalar, type YamlNode } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'

/** A value and where it stands. */
export interface Placed {
  file: string
  range: Range
  node: YamlNode
  /** The scalar's text; `undefined` for anything else, and for nothing. */
  text: string | undefined
}

export function placed(file: string, node: YamlNode): Placed {
  const scalar = asScalar(node)
  return { file, range: node.range, node, text: scalar?.value === null ? undefined : scalar?.text }
}

/** Whether the node is no value at all: `key:`, `key: null`, `key: ~`. */
export function isNothing(node: YamlNode | undefined): boolean {
  return node === undefined || asScalar(node)?.value === null
}

/** Whether only Ansible can say what the node's value is. */
export function isUnknown(node: YamlNode | undefined): boolean {
  const scalar = asScalar(node)
  return scalar !== undefined && (isTemplatedValue(scalar.text) || scalar.tag?.startsWith('!vault') === true)
}

/** The scalar's truth, as Python and Ansible's defaults take it; `undefined` when it is none or only known later. */
export function truthOf(node: YamlNode | undefined): boolean | undefined {
  const value = asScalar(node)?.value
  if (isUnknown(node) || value === undefined) return undefined
  return Boolean(value)
}
