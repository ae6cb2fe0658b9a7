import { PROXY_SECTIONS } from '../../../readers/haproxy/keywords.js'
import type { Section } from '../../../readers/haproxy/section.js'

/** Sections that are checked word by word. */
export function isChecked({ kind }: Section): boolean {
  return kind === 'global' || kind === 'defaults' || PROXY_SECTIONS.has(kind)
}
