import { FILE_START } from '../../../yaml/source.js'
import { asMapping, asScalar, asSequence, entriesOf, type YamlNode } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { isNothing, isUnknown } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'

const NETWORKS = / {2}provider_networks:[\s\S]*?(?=shared_infra)/

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/missing-provider-networks',
  severity: 'error',
  summary: 'provider_networks is missing',
  help: 'provider_networks in global_overrides lists the networks that containers are attached to. The inventory generator stops without it, unless no_containers is true.',
  example: {
    bad: EXAMPLE.replace(NETWORKS, ''),
    good: EXAMPLE.replace(NETWORKS, '  no_containers: true\n'),
  },
  check({ path, isComplete, isTemplated, overrides, overridesAt, noContainers }, report) {
    if (!isComplete || noContainers || isTemplated || isUnknown(overridesAt?.entry.value)) return
    const found = overrides.get('provider_networks')
    if (found && isListOfNetworks(found.entry.value)) return
    report(
      found ?? overridesAt ?? { file: path, range: FILE_START },
      found && !isNothing(found.entry.value)
        ? 'provider_networks is not a list of networks.'
        : 'global_overrides has no provider_networks.',
      'List each network under provider_networks as "- network: {…}".',
    )
  },
})

/** A list, or an empty value: operators who use neither containers nor these networks for Neutron write "". */
function isListOfNetworks(node: YamlNode): boolean {
  const mapping = asMapping(node)
  const isEmpty = asScalar(node)?.value === '' || (mapping !== undefined && entriesOf(mapping).length === 0)
  return asSequence(node) !== undefined || isUnknown(node) || isEmpty
}
