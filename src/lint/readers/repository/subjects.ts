import type { RuleSubjects } from '../../engine/rule.js'
import { type Repository, repositories } from './subject.js'

/** All files of a repository together. */
export const subjects: RuleSubjects<Repository> = {
  kind: 'repository',
  exampleFile: 'group_vars/all.yml',
  subjects: repositories,
}
