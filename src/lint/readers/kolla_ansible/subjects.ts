import type { RuleSubjects } from '../../engine/rule.js'
import { type Deployment, deployments } from './deployment.js'

/** kolla-ansible's variables, also as kayobe and OSISM lay them out. */
export const subjects: RuleSubjects<Deployment> = {
  kind: 'kolla_ansible',
  exampleFile: 'globals.yml',
  subjects: deployments,
}
