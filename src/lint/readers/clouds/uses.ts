import { type Range, SourceText } from '../../../yaml/source.js'
import type { Definition } from '../../engine/definition.js'

/** A cloud that a playbook, a workflow or a script names. */
export interface CloudUse {
  file: string
  range: Range
  name: string
}

const NAME = `["']?([A-Za-z][\\w.-]*)["']?(?=\\s|$)`
const ANYWHERE = new RegExp(
  `(?:--os-cloud[= ]|\\bOS_CLOUD(?:=|[ \\t]*:[ \\t]*)|^[ \\t-]*os_cloud[ \\t]*:[ \\t]*)${NAME}`,
  'gm',
)
/** Part of every match of {@link ANYWHERE}: one search rules out most files. */
const SIGN = /--os-cloud|OS_CLOUD|os_cloud/
/** The argument of all modules of the collection openstack.cloud. */
const ARGUMENT = new RegExp(`^[ \\t]+cloud[ \\t]*:[ \\t]*${NAME}`, 'gm')

/** The places where definitions name a cloud. */
export function usesOf(definitions: readonly Definition[]): CloudUse[] {
  return definitions.flatMap(({ path, kind, text }) => {
    if (kind === 'clouds') return []
    const uses: CloudUse[] = []
    let source: SourceText | undefined
    const collect = (pattern: RegExp) => {
      for (const { 0: whole, 1: name = '', index } of text.matchAll(pattern)) {
        source ??= new SourceText(text)
        const start = index + whole.lastIndexOf(name)
        uses.push({ file: path, name, range: source.range(start, start + name.length) })
      }
    }
    if (SIGN.test(text)) collect(ANYWHERE)
    if (kind === 'ansible' && text.includes('openstack.cloud.')) collect(ARGUMENT)
    return uses
  })
}
