import { nearest } from '../../../../platform/nearest.js'
import { asMapping, asScalar, asSequence, childOf, entriesOf, entryOf } from '../../../../yaml/tree.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import { isCall } from '../../../readers/heat/calls.js'
import type { HotTemplate } from '../../../readers/heat/model.js'
import { misfitsOf } from '../../../readers/heat/values.js'
import { CONDITIONS_SINCE } from '../../../readers/heat/versions.js'

const VERSION = 'heat_template_version: 2018-08-31\n'
const volume = (more: string) =>
  `${VERSION}resources:\n  data:\n    type: OS::Cinder::Volume\n    properties: { size: 1 }\n    ${more}\n`

const POLICIES = ['Delete', 'Retain', 'Snapshot']

const deletionPolicy: Rule<HotTemplate> = {
  id: 'heat/deletion-policy',
  severity: 'error',
  summary: 'a deletion_policy is none that the resource can have',
  help: 'deletion_policy is Delete, Retain or Snapshot; in small letters since version 2016-10-14. Snapshot is only for types that can make one: volumes and servers. Heat refuses a template with any other.',
  example: { bad: volume('deletion_policy: Keep'), good: volume('deletion_policy: Retain') },
  *check({ path, uses, language }) {
    const known =
      language && language.date < CONDITIONS_SINCE
        ? POLICIES
        : [...POLICIES, ...POLICIES.map((policy) => policy.toLowerCase())]
    for (const { definition, resolved, placeholder } of uses) {
      const node = childOf(definition, 'deletion_policy')
      const scalar = asScalar(node)
      if (!node || placeholder !== undefined || isCall(node)) continue
      const name = scalar?.text ?? ''
      const problem = (message: string, help: string): Problem => ({
        file: path,
        range: node.range,
        message,
        help,
      })
      if (!known.includes(name)) {
        const near = nearest(name, known) ?? 'Retain'
        yield problem(`There is no deletion policy "${name}".`, `Write  deletion_policy: ${near}.`)
      } else if (/^snapshot$/i.test(name) && resolved.what === 'heat' && !resolved.type.hasSnapshots) {
        yield problem(`${resolved.type.name} cannot make a snapshot.`, 'Use Retain or Delete.')
      }
    }
  },
}

const updatePolicy: Rule<HotTemplate> = {
  id: 'heat/update-policy',
  severity: 'error',
  summary: 'an update_policy has a key that the type of the resource does not have',
  help: 'Only groups have an update_policy: rolling_update and batch_create for OS::Heat::ResourceGroup, AutoScalingRollingUpdate for AWS::AutoScaling::AutoScalingGroup. OS::Heat::AutoScalingGroup has its rolling_updates among its properties. Heat refuses a template with any other key.',
  example: {
    bad: group('rolling_updates: { max_batch_size: 2 }'),
    good: group('rolling_update: { max_batch_size: 2 }'),
  },
  *check({ path, uses }) {
    for (const { definition, resolved, placeholder, type } of uses) {
      const policy = entryOf(definition, 'update_policy')
      if (!policy || resolved.what !== 'heat' || placeholder !== undefined || !resolved.type.properties)
        continue
      const look = {
        schemas: resolved.type.policy,
        filled: new Map<string, string[]>(),
        owner: policy.keyRange,
        isFilledIn: () => false,
      }
      for (const { kind, name, range, known, demand, shown } of misfitsOf(policy.value, look)) {
        if (kind === 'old') continue
        const near = nearest(name, known)
        const hint = near
          ? `Did you mean "${near}"?`
          : known.length === 0
            ? 'Remove it.'
            : `Known here: ${known.join(', ')}.`
        yield {
          file: path,
          range,
          message:
            kind === 'unknown'
              ? `The update_policy of ${type?.text} has no "${name}".`
              : `"${name}" in the update_policy of ${type?.text} ${demand || 'is missing'}${shown && `, not ${shown}`}.`,
          help: kind === 'unknown' ? hint : 'Write such a value.',
        }
      }
    }
  },
}

function group(policy: string): string {
  return `${VERSION}resources:
  networks:
    type: OS::Heat::ResourceGroup
    update_policy: { ${policy} }
    properties: { count: 2, resource_def: { type: OS::Neutron::Net } }
`
}

const nameClash: Rule<HotTemplate> = {
  id: 'heat/name-clash',
  severity: 'error',
  summary: 'a resource has the name of a parameter, or a name that Heat does not take',
  help: 'Parameters and resources share their names in Heat, and it refuses a template in which a parameter and a resource are called the same. The name of a resource may hold no slash either.',
  example: {
    bad: `${VERSION}parameters:\n  network: { type: string }\nresources:\n  network:\n    type: OS::Neutron::Net\n    properties: { name: { get_param: network } }\n`,
    good: `${VERSION}parameters:\n  name: { type: string }\nresources:\n  network:\n    type: OS::Neutron::Net\n    properties: { name: { get_param: name } }\n`,
  },
  *check({ path, parameters, resources }) {
    const taken = new Set(parameters.map(({ key }) => key))
    for (const { key, keyRange } of resources) {
      const isTaken = taken.has(key)
      if (!isTaken && !key.includes('/')) continue
      yield {
        file: path,
        range: keyRange,
        message: isTaken ? `There is a parameter "${key}" too.` : `The name "${key}" holds a slash.`,
        help: 'Give the resource another name.',
      }
    }
  },
}

const parameterGroup: Rule<HotTemplate> = {
  id: 'heat/parameter-group',
  severity: 'error',
  summary: 'a parameter group lists a parameter that is not there, or that another group has',
  help: 'parameter_groups only order parameters for people, but Heat checks them: each group needs a list of parameters, each of them must be declared, and none may stand in two groups.',
  example: {
    bad: `${VERSION}parameter_groups:\n  - parameters: [nme]\nparameters:\n  name: { type: string }\nresources:\n  network:\n    type: OS::Neutron::Net\n    properties: { name: { get_param: name } }\n`,
    good: `${VERSION}parameter_groups:\n  - parameters: [name]\nparameters:\n  name: { type: string }\nresources:\n  network:\n    type: OS::Neutron::Net\n    properties: { name: { get_param: name } }\n`,
  },
  *check({ path, root, parameters }) {
    const declared = new Set(parameters.map(({ key }) => key))
    const grouped = new Set<string>()
    const groups = childOf(root, 'parameter_groups')
    if (groups && !asSequence(groups) && asScalar(groups)?.value !== null) {
      yield {
        file: path,
        range: groups.range,
        message: 'parameter_groups is no list.',
        help: 'Write each group behind a dash.',
      }
    }
    for (const group of asSequence(groups)?.items ?? []) {
      const members = childOf(group, 'parameters')
      const names = asSequence(members)
      if (!asMapping(group) || !names) {
        const range = members?.range ?? group.range
        yield {
          file: path,
          range,
          message: 'This group has no list of parameters.',
          help: 'Add  parameters: [NAME].',
        }
        continue
      }
      for (const item of names.items) {
        const name = asScalar(item)?.text ?? ''
        if (declared.has(name) && !grouped.has(name)) {
          grouped.add(name)
          continue
        }
        const near = nearest(name, declared)
        yield {
          file: path,
          range: item.range,
          message: declared.has(name)
            ? `"${name}" is in a group already.`
            : `There is no parameter "${name}".`,
          help: near && !declared.has(name) ? `Did you mean "${near}"?` : 'Remove it from this group.',
        }
      }
    }
  },
}

const outputValue: Rule<HotTemplate> = {
  id: 'heat/output-value',
  severity: 'error',
  summary: 'an output has no value',
  help: 'Every output needs a value; without it Heat refuses the whole template.',
  example: {
    bad: `${VERSION}resources:\n  network: { type: OS::Neutron::Net }\noutputs:\n  id: { description: of the network }\n`,
    good: `${VERSION}resources:\n  network: { type: OS::Neutron::Net }\noutputs:\n  id: { value: { get_resource: network } }\n`,
  },
  *check({ path, outputs }) {
    for (const { key, keyRange, value } of outputs) {
      if (entriesOf(value).some((entry) => entry.key === 'value')) continue
      yield {
        file: path,
        range: keyRange,
        message: `The output "${key}" has no value.`,
        help: 'Add  value: …  to it, or remove it.',
      }
    }
  },
}

export const resourceRules = [deletionPolicy, updatePolicy, nameClash, parameterGroup, outputValue]
