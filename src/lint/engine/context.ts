import type { Facts } from '../facts/facts.js'

/** What rules may know beside the definitions themselves. */
export interface RuleContext {
  facts: Facts
  /** All files of the folder, relative to it and with `/`, also those that are no definitions. */
  files: ReadonlySet<string>
}
