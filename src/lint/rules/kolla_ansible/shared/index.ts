import { ruleSet } from '../../../engine/rule.js'
import { agentHosts, missingCoordination, volumeCluster } from './cluster-rules.js'
import { type Deployment, deployments } from '../../../readers/kolla_ansible/deployment.js'
import { evenControl, missingGroup, renamedGroup, vipOfHost } from './inventory-rules.js'
import { outsideNetwork } from './kayobe-rules.js'
import { misspelledVariable, removedVariable } from './name-rules.js'
import {
  bridgeCount,
  neutronDnsDomain,
  octaviaNetwork,
  sharedInterface,
  tenantNetworkTypes,
} from './network-rules.js'
import { misplacedOverride, replacingOverride, unknownOverride } from './override-rules.js'
import { emptyPassword, plaintextPassword } from './password-rules.js'
import { movingTag } from './release-rules.js'
import { cinderBackend, missingService } from './service-rules.js'
import { fernetTokenExpiry, interfaceName, notBoolean, wrongType } from './value-rules.js'
import { defaultRouterId, oneSidedTls, sharedRouterId, vipAddress } from './vip-rules.js'

/** What holds for kolla-ansible's variables, also as kayobe and OSISM lay them out. */
export const kollaAnsibleRules = ruleSet<Deployment>({
  kind: 'kolla_ansible',
  exampleFile: 'globals.yml',
  rules: [
    misspelledVariable,
    removedVariable,
    notBoolean,
    wrongType,
    fernetTokenExpiry,
    interfaceName,
    movingTag,
    vipAddress,
    oneSidedTls,
    defaultRouterId,
    sharedRouterId,
    vipOfHost,
    sharedInterface,
    bridgeCount,
    tenantNetworkTypes,
    neutronDnsDomain,
    octaviaNetwork,
    cinderBackend,
    missingService,
    unknownOverride,
    misplacedOverride,
    replacingOverride,
    plaintextPassword,
    emptyPassword,
    missingGroup,
    renamedGroup,
    evenControl,
    agentHosts,
    volumeCluster,
    missingCoordination,
    outsideNetwork,
  ],
  subjects: deployments,
})
