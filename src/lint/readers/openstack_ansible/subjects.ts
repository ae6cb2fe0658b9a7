import type { RuleSubjects } from '../../engine/rule.js'
import { type Deployment, deployments } from './deployment.js'

/** openstack-ansible's configuration. */
export const subjects: RuleSubjects<Deployment> = {
  kind: 'openstack_ansible',
  exampleFile: 'openstack_user_config.yml',
  subjects: deployments,
}
