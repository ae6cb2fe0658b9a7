import { nearest } from '../../../../platform/nearest.js'
import { asMapping, asScalar, asSequence, childOf, entriesOf } from '../../../../yaml/tree.js'
import { isTemplatedValue } from '../../../engine/definition.js'
import type { Rule } from '../../../engine/rule.js'
import type { HeatEnvironment } from '../../../readers/heat/environment-model.js'
import { ENVIRONMENT_SECTIONS } from '../../../readers/heat/environment-sections.js'

const GOOD = 'parameter_defaults:\n  flavor: small\n'

/** Names that people write for a section, and Heat's own documents once did. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['encrypted_parameters', 'encrypted_param_names'],
  ['default_parameters', 'parameter_defaults'],
])

const unknownSection: Rule<HeatEnvironment> = {
  id: 'heat_environment/unknown-section',
  severity: 'error',
  summary: 'an environment file has a section that Heat does not know',
  help: 'Heat refuses an environment with any top-level key other than its sections. Values for a template stand under parameters or parameter_defaults.',
  example: { bad: `${GOOD}resource_registries: {}\n`, good: `${GOOD}resource_registry: {}\n` },
  *check({ path, sections }) {
    for (const { key, keyRange } of sections) {
      if (ENVIRONMENT_SECTIONS.includes(key)) continue
      const near = OTHER_NAMES.get(key) ?? nearest(key, ENVIRONMENT_SECTIONS)
      yield {
        file: path,
        range: keyRange,
        message: `"${key}" is no section of a Heat environment.`,
        help: near ? `Did you mean "${near}"?` : `The sections are: ${ENVIRONMENT_SECTIONS.join(', ')}.`,
      }
    }
  },
}

const LISTS = new Set(['encrypted_param_names', 'event_sinks'])

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
        help: `Remove it, or write  ${key}: ${LISTS.has(key) ? '[]' : '{}'}.`,
      }
    }
  },
}

const sectionShape: Rule<HeatEnvironment> = {
  id: 'heat_environment/section-shape',
  severity: 'error',
  summary: 'a section of an environment file is not of the form that Heat reads',
  help: 'encrypted_param_names and event_sinks are lists; all other sections are maps from names to values. Heat fails on anything else.',
  example: { bad: 'parameter_defaults:\n  - flavor: small\n', good: GOOD },
  *check({ path, sections }) {
    for (const { key, value } of sections) {
      if (!ENVIRONMENT_SECTIONS.includes(key) || asScalar(value)?.value === null) continue
      const isList = LISTS.has(key)
      if (isList ? asSequence(value) : asMapping(value)) continue
      yield {
        file: path,
        range: value.range,
        message: `The section "${key}" is no ${isList ? 'list' : 'map'}.`,
        help: isList ? 'Write each member behind a dash.' : 'Write  NAME: value  for each, without dashes.',
      }
    }
  },
}

const STRATEGIES = ['overwrite', 'merge', 'deep_merge']

const mergeStrategy: Rule<HeatEnvironment> = {
  id: 'heat_environment/merge-strategy',
  severity: 'error',
  summary: 'parameter_merge_strategies has a value that is no strategy',
  help: 'When several environments give a value for the same parameter, its strategy decides: overwrite, merge, or deep_merge. Heat takes any other word for the default one, which overwrites, and says nothing.',
  example: {
    bad: `${GOOD}parameter_merge_strategies:\n  flavor: append\n`,
    good: `${GOOD}parameter_merge_strategies:\n  flavor: merge\n`,
  },
  *check({ path, root }) {
    for (const { value } of entriesOf(childOf(root, 'parameter_merge_strategies'))) {
      const name = asScalar(value)?.text ?? 'of this form'
      if (STRATEGIES.includes(name) || isTemplatedValue(name)) continue
      const near = nearest(name, STRATEGIES)
      yield {
        file: path,
        range: value.range,
        message: `There is no merge strategy "${name}".`,
        help: near ? `Did you mean "${near}"?` : `The strategies are: ${STRATEGIES.join(', ')}.`,
      }
    }
  },
}

export const sectionRules = [unknownSection, emptySection, sectionShape, mergeStrategy]
