import { asScalar, childOf, entriesOf, resolve, type YamlNode } from '../../../yaml/tree.js'
import { type Definition, rootMapping } from '../../engine/definition.js'
import { isTemplateName, referencedPath } from './template-paths.js'

/** The resource registries and parameter defaults of all environments in a folder. */
export class Registry {
  private readonly targets = new Map<string, Set<string>>()
  private readonly prefixes: string[] = []
  /** The parameters for which at least one environment has a default. */
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
   * The template that a type is mapped to: a path in the folder when all environments agree on it, `unknown` when they
   * differ or map the type to something else, `undefined` when no environment maps it.
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
      const template =
        baseUrl === undefined && isTemplateName(target) ? referencedPath(path, target) : undefined
      if (key.endsWith('*')) this.prefixes.push(key.slice(0, -1))
      else this.targets.set(key, (this.targets.get(key) ?? new Set()).add(template ?? ''))
    }
  }
}
