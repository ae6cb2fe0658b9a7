import { asMapping, asScalar, asSequence } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { isNothing, isUnknown } from '../../readers/openstack_ansible/placed.js'
import { besideMain } from './shared/example.js'

/** Overrides of INI files. Those of YAML and JSON files may be lists, which are added to a list. */
const INI = /_(conf|ini|init|config)_overrides$/

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/overrides-not-a-mapping',
  severity: 'error',
  summary: 'the overrides of a configuration file are not a mapping',
  help: 'The *_overrides variables map the sections of a configuration file to options with their values, and the role merges them into the file. It fails if the value is a string or a list.',
  example: besideMain(
    'user_variables.yml',
    'nova_nova_conf_overrides: "max_concurrent_builds = 4"\n',
    'nova_nova_conf_overrides:\n  DEFAULT:\n    max_concurrent_builds: 4\n',
  ),
  check({ variables, known }, report) {
    for (const [name, settings] of variables.settings) {
      if (!name.endsWith('_overrides') || !known.maps.has(name)) continue
      for (const { file, entry } of settings) {
        const { value } = entry
        if (asSequence(value) && !INI.test(name)) continue
        if (asMapping(value) || isNothing(value) || isUnknown(value) || asScalar(value)?.text === '') continue
        report(
          { file, range: value.range },
          `The value of "${name}" is not a mapping.`,
          'Write the sections as keys, with their options below them.',
        )
      }
    }
  },
})
