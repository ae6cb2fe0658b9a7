import { ruleSet } from '../../../engine/rule.js'
import { differentKeystone, differentMemcached, differentRegion } from './agreement-rules.js'
import {
  backendWithoutSection,
  debugLogging,
  noPublicKeystone,
  pinnedUpgradeLevel,
  quorumAndHaQueues,
  serviceRolesNotRequired,
} from './cloud-rules.js'
import { type Environment, environments } from '../../../readers/oslo_config/config.js'
import { accidentalContinuation, duplicateOption, duplicateSection } from './line-rules.js'
import { unknownOption, unknownSection } from './name-rules.js'
import { deprecatedOption, optionOfLaterRelease, removedOption } from './release-rules.js'
import { plaintextSecret, unescapedDollar } from './secret-rules.js'
import { optionBeforeSection, syntax } from './syntax-rules.js'
import { inlineComment, invalidValue } from './value-rules.js'

/** What holds for a file that oslo.config reads, and for variables that are written into one. */
export const osloConfigRules = ruleSet<Environment>({
  kind: 'oslo_config',
  exampleFile: 'nova.conf',
  rules: [
    syntax,
    optionBeforeSection,
    accidentalContinuation,
    duplicateOption,
    duplicateSection,
    inlineComment,
    unknownSection,
    unknownOption,
    removedOption,
    optionOfLaterRelease,
    deprecatedOption,
    invalidValue,
    plaintextSecret,
    unescapedDollar,
    backendWithoutSection,
    quorumAndHaQueues,
    pinnedUpgradeLevel,
    serviceRolesNotRequired,
    noPublicKeystone,
    differentRegion,
    differentKeystone,
    differentMemcached,
    debugLogging,
  ],
  subjects: environments,
})
