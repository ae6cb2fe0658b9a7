import { asScalar, childOf, entriesOf, resolve, type YamlNode } from '../../../yaml/tree.js'
import { type Definition, rootMapping } from '../../engine/definition.js'
import { isTemplateName, placeOf } from './place.js'

/** What the environments of a folder map resource types to. */
export class Registry {
  private readonly targets = new Map<string, Set<string>>()
  private readonly prefixes: string[] = []
  /** The parameters that some environment has a default for. */
  readonly defaults = new Set<string>()

  constructor(definitions: readonly Definition[]) {
    for (const definition of definitions) {
      if (definition.kind !== 'heat_environment') continue
      const root = rootMapping(definition)
      for (const { key } of entriesOf(childOf(root, 'parameter_defaults'))) this.defaults.add(key)
      const section = childOf(root, 'resource_registry')
      this.add(definition.path, section, asScalar(childOf(section, 'base_url'))?.text)
    }
  }

  /**
   * What a type stands for: a path in the folder when all environments that map it agree on one, `unknown` when
   * they do not or when it is mapped elsewhere, `undefined` when none maps it.
   */
  targetOf(type: string): string | 'unknown' | undefined {
    const [only, ...others] = this.targets.get(type) ?? []
    if (only !== undefined) return others.length === 0 && only !== '' ? only : 'unknown'
    return this.prefixes.some((prefix) => type.startsWith(prefix)) ? 'unknown' : undefined
  }

  private add(path: string, section: YamlNode | undefined, baseUrl: string | undefined): void {
    for (const { key, value } of entriesOf(section)) {
      const node = resolve(value)
      if (key === 'base_url') continue
      if (key === 'resources') {
        for (const member of entriesOf(node)) this.add(path, member.value, baseUrl)
        continue
      }
      const target = asScalar(node)?.text ?? ''
      const place = baseUrl === undefined && isTemplateName(target) ? placeOf(path, target)?.path : undefined
      if (key.endsWith('*')) this.prefixes.push(key.slice(0, -1))
      else this.targets.set(key, (this.targets.get(key) ?? new Set()).add(place ?? ''))
    }
  }
}
