import type { RuleSubjects } from '../../engine/rule.js'
import { type Clouds, cloudFiles } from './cloud.js'

/** clouds.yaml and secure.yaml. */
export const subjects: RuleSubjects<Clouds> = {
  kind: 'clouds',
  exampleFile: 'clouds.yaml',
  subjects: cloudFiles,
}

/** A clouds.yaml without findings. The examples of the rules change one thing in it. */
export const CLOUDS = `clouds:
  production:
    auth:
      auth_url: https://keystone.example.com:5000/v3
      username: operator
      project_name: platform
      user_domain_name: Default
      project_domain_name: Default
    region_name: region-one
    interface: public
`
