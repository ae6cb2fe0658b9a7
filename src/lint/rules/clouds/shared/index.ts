import { ruleSet } from '../../../engine/rule.js'
import {
  applicationCredentialScope,
  missingAuthUrl,
  missingDomain,
  passwordInClouds,
  severalScopes,
  unknownAuthKey,
  unknownAuthType,
} from './auth-rules.js'
import { type Clouds, cloudFiles } from '../../../readers/clouds/cloud.js'
import { legacyName, secureWithoutCloud, unknownKey } from './key-rules.js'
import { misspelledCloud } from './use-rules.js'
import {
  closedVendor,
  identityV2,
  invalidAuthUrl,
  invalidValue,
  missingRegion,
  plainHttp,
  verificationOff,
} from './value-rules.js'

/** What holds for clouds.yaml and secure.yaml. */
export const cloudsRules = ruleSet<Clouds>({
  kind: 'clouds',
  exampleFile: 'clouds.yaml',
  rules: [
    passwordInClouds,
    unknownAuthType,
    unknownAuthKey,
    applicationCredentialScope,
    severalScopes,
    missingDomain,
    missingAuthUrl,
    verificationOff,
    identityV2,
    invalidAuthUrl,
    plainHttp,
    missingRegion,
    closedVendor,
    invalidValue,
    unknownKey,
    legacyName,
    secureWithoutCloud,
    misspelledCloud,
  ],
  subjects: cloudFiles,
})
