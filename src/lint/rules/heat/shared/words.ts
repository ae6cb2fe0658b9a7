import type { Words } from '../../../engine/declared.js'
import { didYouMean } from '../../../engine/speller.js'
import type { UnknownKey } from '../../../readers/heat/lookups.js'

/** @param what the kind of key, for example "key of a resource" */
export function unknownKey({ name, known, since }: UnknownKey, what: string): Words {
  if (since !== undefined) {
    return {
      message: `"${name}" requires heat_template_version ${since} or later.`,
      help: `Remove "${name}", or declare version ${since} or later.`,
    }
  }
  return {
    message: `"${name}" is not a ${what}.`,
    help: didYouMean(name, known, `Valid here are ${known.join(', ')}.`),
  }
}

/** `"size" of OS::Cinder::Volume`, `"port" in "networks" of OS::Nova::Server`. */
export function propertyName({
  name,
  parent,
  owner,
}: {
  name: string
  parent: string | undefined
  owner: string
}): string {
  return parent === undefined ? `"${name}" of ${owner}` : `"${name}" in "${parent}" of ${owner}`
}

/** The names that are valid in a place, as advice; no more than fifteen. */
export function validNames(names: readonly string[]): string {
  if (names.length === 0) return 'Remove it.'
  return `Valid names are ${names.slice(0, 15).join(', ')}${names.length > 15 ? '…' : '.'}`
}
