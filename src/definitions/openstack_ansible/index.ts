import { ruleSet } from '../rule.js'
import { addressConflict, hostOutsideNetwork, vipNotReserved } from './address-rules.js'
import { type Deployment, deployments } from './deployment.js'
import { missingIp, unknownGroup } from './group-rules.js'
import { invalidCidr, missingNetworks, unknownQueue } from './network-rules.js'
import { usedIpsSyntax } from './used-ips.js'

/** What holds for openstack-ansible's user configuration. */
export const openstackAnsibleRules = ruleSet<Deployment>({
  kind: 'openstack_ansible',
  exampleFile: 'openstack_user_config.yml',
  rules: [
    missingNetworks,
    invalidCidr,
    unknownQueue,
    usedIpsSyntax,
    vipNotReserved,
    unknownGroup,
    missingIp,
    addressConflict,
    hostOutsideNetwork,
  ],
  subjects: deployments,
})
