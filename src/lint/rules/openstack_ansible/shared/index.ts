import { ruleSet } from '../../../engine/rule.js'
import { addressConflict, hostOutsideNetwork, invalidIp } from './address-rules.js'
import { removedBind, unknownBind } from './bind-rules.js'
import { poolExhausted, quorum, singleLoadBalancer } from './cluster-rules.js'
import { type Deployment, deployments } from '../../../readers/openstack_ansible/deployment.js'
import { committedInventory, customEnvironment, invalidEnvironment } from './environment-rules.js'
import { emptyGroup, groupOfGroups, missingIp, removedGroup, unknownGroup } from './group-rules.js'
import { invalidAffinity, nameTooLong, unknownHostKey } from './host-rules.js'
import { duplicateInterface, invalidRange, quotedBoolean, sharedBridge } from './interface-rules.js'
import { unknownKey } from './key-rules.js'
import {
  hostBits,
  invalidCidr,
  missingNetworks,
  noManagementNetwork,
  overlappingNetworks,
  unknownQueue,
} from './network-rules.js'
import {
  incompleteNetwork,
  incompleteRoute,
  managementFlag,
  missingProviderNetworks,
  unknownOption,
  withoutQueue,
} from './provider-rules.js'
import { addressNotReserved, vipNotReserved } from './reserved-rules.js'
import { emptySecret, missingSecret, plaintextSecrets } from './secret-rules.js'
import { listReplaced, usedIpsOutside, usedIpsSyntax } from './used-ips.js'
import { branchPin, misspelledVariable, overridesNoMap, removedVariable, setTwice } from './variable-rules.js'
import { sharedVip, vipNeverUp } from './vip-rules.js'

/** What holds for openstack-ansible's configuration. */
export const openstackAnsibleRules = ruleSet<Deployment>({
  kind: 'openstack_ansible',
  exampleFile: 'openstack_user_config.yml',
  rules: [
    unknownKey,
    missingNetworks,
    noManagementNetwork,
    invalidCidr,
    hostBits,
    overlappingNetworks,
    unknownQueue,
    usedIpsSyntax,
    usedIpsOutside,
    vipNotReserved,
    addressNotReserved,
    listReplaced,
    sharedVip,
    vipNeverUp,
    missingProviderNetworks,
    incompleteNetwork,
    incompleteRoute,
    invalidRange,
    managementFlag,
    withoutQueue,
    duplicateInterface,
    sharedBridge,
    quotedBoolean,
    unknownOption,
    unknownBind,
    removedBind,
    unknownGroup,
    removedGroup,
    emptyGroup,
    groupOfGroups,
    missingIp,
    invalidIp,
    addressConflict,
    hostOutsideNetwork,
    unknownHostKey,
    invalidAffinity,
    nameTooLong,
    poolExhausted,
    quorum,
    singleLoadBalancer,
    misspelledVariable,
    removedVariable,
    overridesNoMap,
    branchPin,
    setTwice,
    plaintextSecrets,
    emptySecret,
    missingSecret,
    invalidEnvironment,
    customEnvironment,
    committedInventory,
  ],
  subjects: deployments,
})
