import type { YamlNode } from '../../yaml/tree.js'

/** Whether the same name always gives the same content. */
export type Pin =
  /** A digest or a full commit: always the same content. */
  | 'digest'
  /** A version or a tag. */
  | 'version'
  /** A range of versions. */
  | 'range'
  /** The newest version, or a branch. */
  | 'none'
  /** A template: its value is known only when Ansible runs. */
  | 'unknown'

/** Something that the definitions use and do not contain. */
export interface Dependency {
  kind: 'role' | 'collection' | 'image' | 'source' | 'release'
  name: string
  /** The version as it is written; `undefined` when there is none. */
  version: string | undefined
  pin: Pin
  /** Its package URL. */
  purl: string
  /** The file and the line that name it. */
  file: string
  line: number
}

/** A YAML file of a release. */
export interface YamlSource {
  path: string
  root: YamlNode
}

/** Names of branches, whose content changes. */
const BRANCH =
  /^(?:(?:refs\/heads|(?:remotes\/)?origin)\/.+|master|main|devel|develop|development|trunk|head|latest|(?:stable|unmaintained|release|feature)\/.+)$/i

/** How a version pins a dependency. */
export function pinOf(version: string | undefined): Pin {
  if (version === undefined || version === '' || version === '*') return 'none'
  if (isTemplate(version)) return 'unknown'
  if (BRANCH.test(version)) return 'none'
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(version)) return 'digest'
  return /^(?!==[^,]+$).*[<>=!,*]/.test(version) ? 'range' : 'version'
}

export function isTemplate(text: string): boolean {
  return /\{\{|\{%/.test(text)
}

/** Remove user and password from an address: the list is public. */
export function withoutCredentials(url: string): string {
  return url.replace(/^((?:git\+)?[a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1')
}
