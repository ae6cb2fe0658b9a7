import { isDeepStrictEqual } from 'node:util'
import { asMapping, asScalar, asSequence, toData, type YamlNode } from '../../../../yaml/tree.js'
import type { Definition } from '../../../engine/definition.js'
import type { Rule } from '../../../engine/rule.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import { EXAMPLE } from './example.js'
import type { Known } from '../../../facts/openstack_ansible.js'
import { goneFrom, MisspelledWords, orSayRelease } from '../../../readers/openstack_ansible/names.js'
import { isNothing, isUnknown } from '../../../readers/openstack_ansible/placed.js'

const USER_VARIABLES = 'user_variables.yml'

function example(bad: string, good: string) {
  const config = { 'openstack_user_config.yml': EXAMPLE }
  return { bad: { ...config, [USER_VARIABLES]: bad }, good: { ...config, [USER_VARIABLES]: good } }
}

const index = new WeakMap<Known['variables'], MisspelledWords>()

function misspellings(known: Known): MisspelledWords {
  const made = index.get(known.variables) ?? new MisspelledWords([...known.variables, ...known.undefaulted])
  index.set(known.variables, made)
  return made
}

export const misspelledVariable: Rule<Deployment> = {
  id: 'openstack_ansible/misspelled-variable',
  severity: 'warning',
  summary: 'a variable that nothing reads looks like one with a slip of the pen',
  help: 'Ansible accepts any variable, so a misspelled one is left out without a word and the default stays. This is said of names that neither openstack-ansible and its roles nor anything in the repository reads, and that differ from a known variable in one word by a letter or two.',
  example: example('nova_cpu_allocation_raito: 4.0\n', 'nova_cpu_allocation_ratio: 4.0\n'),
  *check(deployment) {
    const { variables, known } = deployment
    for (const [name, settings] of variables.settings) {
      if (!isReadByNobody(name, known) || known.elsewhere('variables', name)) continue
      const near = misspellings(known).meant(name)
      // one that is used in a template, a playbook or another value is the user's own
      if (!near || (wordsOf(deployment.everything).get(name) ?? 0) > settings.length) continue
      for (const { file, entry } of settings) {
        yield {
          file,
          range: entry.keyRange,
          message: `Nothing in openstack-ansible ${known.release} reads "${name}".`,
          help: `Did you mean "${near}"?`,
        }
      }
    }
  },
}

/** Names of fewer words are too often somebody's own. */
function isReadByNobody(name: string, known: Known): boolean {
  return /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(name) && name.length >= 8 && !known.reads(name)
}

const counted = new WeakMap<readonly Definition[], Map<string, number>>()

/** How often each word occurs in the repository. */
function wordsOf(definitions: readonly Definition[]): Map<string, number> {
  const known = counted.get(definitions)
  if (known) return known
  const counts = new Map<string, number>()
  counted.set(definitions, counts)
  for (const { text } of definitions) {
    for (const [word] of text.matchAll(/[A-Za-z_]\w*/g)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

export const removedVariable: Rule<Deployment> = {
  id: 'openstack_ansible/removed-variable',
  severity: 'notice',
  summary: 'a variable is not read by this release any more',
  help: 'Variables come and go with the releases; what one release does not read any more is left out without a word, and the default of whatever took its place counts. It is a warning once the release is known (openstack_release in changeover.yml). The release notes of openstack-ansible say what to set instead.',
  example: example('horizon_enable_ssl: true\n', 'horizon_user_ssl_cert: /etc/ssl/horizon.crt\n'),
  *check({ variables, known }) {
    for (const [name, settings] of variables.settings) {
      const span = known.reads(name) ? undefined : known.elsewhere('variables', name)
      if (!span) continue
      for (const { file, entry } of settings) {
        yield { file, range: entry.keyRange, ...goneVariable(known, name, span) }
      }
    }
  },
}

export const overridesNoMap: Rule<Deployment> = {
  id: 'openstack_ansible/overrides-no-map',
  severity: 'error',
  summary: 'overrides of a configuration file are no mapping',
  help: 'The *_overrides variables map sections of a configuration file to options and their values, and the role merges them into the file. It stops at a text or a list.',
  example: example(
    'nova_nova_conf_overrides: "max_concurrent_builds = 4"\n',
    'nova_nova_conf_overrides:\n  DEFAULT:\n    max_concurrent_builds: 4\n',
  ),
  *check({ variables, known }) {
    for (const [name, settings] of variables.settings) {
      if (!name.endsWith('_overrides') || !known.maps.has(name)) continue
      for (const { file, entry } of settings) {
        const { value } = entry
        if (isList(value) && !INI.test(name)) continue
        if (asMapping(value) || isNothing(value) || isUnknown(value) || asScalar(value)?.text === '') continue
        yield {
          file,
          range: value.range,
          message: `The value of "${name}" is no mapping.`,
          help: 'Write sections as keys, with their options below them.',
        }
      }
    }
  },
}

/** What becomes an INI file, in contrast to YAML and JSON, where a list may be added to a list. */
const INI = /_(conf|ini|init|config)_overrides$/

function isList(node: YamlNode): boolean {
  return asSequence(node) !== undefined
}

const BRANCH = /^(?:refs\/heads\/)?(?:master|main|HEAD|(?:stable|unmaintained|feature|bugfix)\/.+)$/

export const branchPin: Rule<Deployment> = {
  id: 'openstack_ansible/branch-pin',
  severity: 'warning',
  summary: 'a service is installed from a branch',
  help: 'The *_git_install_branch variables say which commit of a service is installed. A branch moves: each host gets what the branch holds on the day when its turn comes, two hosts may run different code, and there is no way back to what ran before. openstack-ansible itself pins commits; name one, or a tag.',
  example: example(
    'nova_git_install_branch: stable/2025.1\n',
    'nova_git_install_branch: 0123456789abcdef0123456789abcdef01234567\n',
  ),
  *check({ variables }) {
    for (const [name, settings] of variables.settings) {
      if (!name.endsWith('_git_install_branch')) continue
      for (const { file, entry } of settings) {
        const text = asScalar(entry.value)?.text ?? ''
        if (isUnknown(entry.value) || !BRANCH.test(text)) continue
        yield {
          file,
          range: entry.value.range,
          message: `The branch "${text}" moves: hosts may get different code.`,
          help: 'Name a commit or a tag.',
        }
      }
    }
  },
}

export const setTwice: Rule<Deployment> = {
  id: 'openstack_ansible/set-twice',
  severity: 'warning',
  summary: 'a variable has different values in two user files',
  help: 'All user_*.yml are handed to Ansible in alphabetical order, and the last one that sets a variable wins as a whole: mappings and lists are not merged. The other value never counts, though it looks as if it did. Keep each variable in one file.',
  example: {
    bad: {
      'openstack_user_config.yml': EXAMPLE,
      [USER_VARIABLES]: 'nova_cpu_allocation_ratio: 4.0\n',
      'user_variables_compute.yml': 'nova_cpu_allocation_ratio: 2.0\n',
    },
    good: {
      'openstack_user_config.yml': EXAMPLE,
      [USER_VARIABLES]: 'debug: false\n',
      'user_variables_compute.yml': 'nova_cpu_allocation_ratio: 2.0\n',
    },
  },
  *check({ variables }) {
    for (const [name, all] of variables.settings) {
      if (all.length < 2) continue
      const settings = all.filter(({ isExtra }) => isExtra)
      const last = settings.at(-1)
      if (!last || settings.length < 2) continue
      for (const { file, entry } of settings.slice(0, -1)) {
        if (isDeepStrictEqual(toData(entry.value), toData(last.entry.value))) continue
        yield {
          file,
          range: entry.keyRange,
          message: `This value of "${name}" is lost: ${last.file}, line ${last.entry.keyRange.start.line}, is read later.`,
          help: 'Keep the variable in one file.',
        }
      }
    }
  },
}

function goneVariable(known: Known, name: string, span: readonly [string, string]) {
  const severity = known.isAssumed ? ('notice' as const) : ('warning' as const)
  const { message } = goneFrom(known, `the variable "${name}"`, span)
  return { message, severity, help: orSayRelease('Remove it, or set what took its place.', known) }
}
