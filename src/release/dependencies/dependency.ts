import type { YamlNode } from '../../yaml/tree.js'

/** How surely the same name gives the same bytes tomorrow. */
export type Pin =
  /** By a digest or a full commit: nothing else can come. */
  | 'digest'
  /** By a version or a tag. */
  | 'version'
  /** Anything within a range of versions. */
  | 'range'
  /** Whatever is newest, or a branch. */
  | 'none'
  /** The value is a template, whose text only a run knows. */
  | 'unknown'

/** Something that the definitions take from elsewhere. */
export interface Dependency {
  kind: 'role' | 'collection' | 'image' | 'source' | 'release'
  name: string
  /** As it is written; `undefined` when there is none. */
  version: string | undefined
  pin: Pin
  /** Its package URL. */
  purl: string
  /** Where it is written. */
  file: string
  line: number
}

/** A YAML file of a release. */
export interface YamlSource {
  path: string
  root: YamlNode
}

/** Names of branches, which are something else tomorrow. */
const BRANCH =
  /^(?:(?:refs\/heads|(?:remotes\/)?origin)\/.+|master|main|devel|develop|development|trunk|head|latest|(?:stable|unmaintained|release|feature)\/.+)$/i

/** How a version pins what it belongs to. */
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

/** An address without user and password: what is listed is published. */
export function withoutCredentials(url: string): string {
  return url.replace(/^((?:git\+)?[a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1')
}
