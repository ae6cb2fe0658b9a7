import { ruleSet } from '../../../engine/rule.js'
import { differentRegion, sharedMachine, sharedVip, sharedVrrpId } from './address-rules.js'
import { missingColorBackend } from './color-rules.js'
import { leakedKey, plaintextSecret } from './secret-rules.js'
import { type Repository, repositories } from '../../../readers/repository/subject.js'

/** What holds for all files of a repository together. */
export const repositoryRules = ruleSet<Repository>({
  kind: 'repository',
  exampleFile: 'group_vars/all.yml',
  rules: [
    leakedKey,
    plaintextSecret,
    sharedVip,
    sharedVrrpId,
    sharedMachine,
    differentRegion,
    missingColorBackend,
  ],
  subjects: repositories,
})
