import { asMapping, asScalar, asSequence, type YamlNode } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { isNothing, isUnknown } from '../../readers/openstack_ansible/placed.js'
import { example } from './shared/variable-rules.js'

/** What becomes an INI file, in contrast to YAML and JSON, where a list may be added to a list. */
const INI = /_(conf|ini|init|config)_overrides$/

export default defineRule<Deployment>({
  id: 'openstack_ansible/overrides-no-map',
  severity: 'error',
  summary: 'overrides of a configuration file are no mapping',
  help: 'The *_overrides variables map sections of a configuration file to options and their values, and the role merges them into the file. It stops at a text or a list.',
  example: example(
    'nova_nova_conf_overrides: "max_concurrent_builds = 4"\n',
    'nova_nova_conf_overrides:\n  DEFAULT:\n    max_concurrent_builds: 4\n',
  ),
  check({ variables, known }, report) {
    for (const [name, settings] of variables.settings) {
      if (!name.endsWith('_overrides') || !known.maps.has(name)) continue
      for (const { file, entry } of settings) {
        const { value } = entry
        if (isList(value) && !INI.test(name)) continue
        if (asMapping(value) || isNothing(value) || isUnknown(value) || asScalar(value)?.text === '') continue
        report(
          { file, range: value.range },
          `The value of "${name}" is no mapping.`,
          'Write sections as keys, with their options below them.',
        )
      }
    }
  },
})

function isList(node: YamlNode): boolean {
  return asSequence(node) !== undefined
}
