import type { RuleSubjects } from '../../engine/rule.js'
import { type KollaCloud, kollaClouds } from './kolla-cloud.js'

/** The clouds that kolla-ansible deploys, also when kayobe or OSISM manages their variables. */
export const subjects: RuleSubjects<KollaCloud> = {
  kind: 'kolla_ansible',
  exampleFile: 'globals.yml',
  subjects: kollaClouds,
}
