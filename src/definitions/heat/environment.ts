import { nearest } from '../../platform/nearest.js'
import { asScalar, entriesOf, type YamlEntry } from '../../yaml/tree.js'
import { type Definition, rootMapping } from '../definition.js'
import { type Rule, ruleSet } from '../rule.js'
import { ENVIRONMENT_SECTIONS } from './environment-sections.js'

interface HeatEnvironment {
  path: string
  sections: readonly YamlEntry[]
}

const GOOD = 'parameter_defaults:\n  flavor: small\n'

const unknownSection: Rule<HeatEnvironment> = {
  id: 'heat_environment/unknown-section',
  severity: 'error',
  summary: 'an environment file has a section that Heat does not know',
  help: 'Heat refuses an environment with any top-level key other than its sections. Values for a template stand under parameters or parameter_defaults.',
  example: { bad: `${GOOD}resource_registries: {}\n`, good: `${GOOD}resource_registry: {}\n` },
  *check({ path, sections }) {
    for (const { key, keyRange } of sections) {
      if (ENVIRONMENT_SECTIONS.includes(key)) continue
      const near = nearest(key, ENVIRONMENT_SECTIONS)
      yield {
        file: path,
        range: keyRange,
        message: `"${key}" is no section of a Heat environment.`,
        help: near ? `Did you mean "${near}"?` : `The sections are: ${ENVIRONMENT_SECTIONS.join(', ')}.`,
      }
    }
  },
}

const emptySection: Rule<HeatEnvironment> = {
  id: 'heat_environment/empty-section',
  severity: 'warning',
  summary: 'a section of an environment file has no value',
  help: 'Heat itself refuses an environment with an empty section. The usual client merges environments before it sends them and so hides this, but other ways to Heat do not.',
  example: { bad: `${GOOD}resource_registry:\n`, good: `${GOOD}resource_registry: {}\n` },
  *check({ path, sections }) {
    for (const { key, keyRange, value } of sections) {
      if (!ENVIRONMENT_SECTIONS.includes(key) || asScalar(value)?.value !== null) continue
      yield {
        file: path,
        range: keyRange,
        message: `The section "${key}" is empty.`,
        help: `Remove it, or write  ${key}: ${key === 'encrypted_param_names' || key === 'event_sinks' ? '[]' : '{}'}.`,
      }
    }
  },
}

/** What holds for a Heat environment file. */
export const heatEnvironmentRules = ruleSet<HeatEnvironment>({
  kind: 'heat_environment',
  exampleFile: 'region.env',
  rules: [unknownSection, emptySection],
  *subjects(definitions: readonly Definition[]) {
    for (const definition of definitions) {
      const root = rootMapping(definition)
      if (definition.kind === 'heat_environment' && root)
        yield { path: definition.path, sections: entriesOf(root) }
    }
  },
})
