import type { RuleContext } from '../../engine/context.js'
import type { Definition } from '../../engine/definition.js'
import { HeatFacts } from '../../facts/heat.js'
import type { HeatFolder, HotTemplate } from './model.js'
import { Registry } from './registry.js'

/** A {@link HeatFolder} that is being filled. */
export class FilledFolder implements HeatFolder {
  readonly templates = new Map<string, HotTemplate>()
  private known: HeatFacts | undefined
  private registry: Registry | undefined

  constructor(
    private readonly definitions: readonly Definition[],
    private readonly context: RuleContext,
  ) {}

  /** Loaded when the first rule asks. */
  get facts(): HeatFacts {
    this.known ??= new HeatFacts(this.context.facts)
    return this.known
  }

  get environments(): Registry {
    this.registry ??= new Registry(this.definitions)
    return this.registry
  }

  hasFile(path: string): boolean {
    return this.context.files.has(path)
  }
}
