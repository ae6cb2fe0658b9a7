import { asMapping, asScalar, asSequence, entriesOf, type YamlNode } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { isNothing, isUnknown } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'

const FILE_START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

export default defineRule<Deployment>({
  id: 'openstack_ansible/missing-provider-networks',
  severity: 'error',
  summary: 'there are no provider_networks',
  help: 'global_overrides holds the provider_networks that containers are attached to. The inventory generator stops without them unless no_containers is true.',
  example: {
    bad: EXAMPLE.replace(/ {2}provider_networks:[\s\S]*?(?=shared_infra)/, ''),
    good: EXAMPLE.replace(/ {2}provider_networks:[\s\S]*?(?=shared_infra)/, '  no_containers: true\n'),
  },
  check({ path, isWhole, isTemplated, overrides, overridesAt, noContainers }, report) {
    if (!isWhole || noContainers || isTemplated || isUnknown(overridesAt?.value)) return
    const found = overrides.get('provider_networks')
    if (found && isListOfNetworks(found.entry.value)) return
    const isNoList = found !== undefined && !isNothing(found.entry.value)
    report(
      {
        file: found?.file ?? overridesAt?.file ?? path,
        range: found?.entry.keyRange ?? overridesAt?.range ?? FILE_START,
      },
      isNoList
        ? 'provider_networks is no list of networks.'
        : 'There are no provider_networks in global_overrides.',
      'List the networks under provider_networks, each as  - network: {…}.',
    )
  },
})

/** A list, or something empty: with networks of one's own for Neutron and no containers, people write "". */
function isListOfNetworks(node: YamlNode): boolean {
  const mapping = asMapping(node)
  const isEmpty = asScalar(node)?.value === '' || (mapping !== undefined && entriesOf(mapping).length === 0)
  return asSequence(node) !== undefined || isUnknown(node) || isEmpty
}
