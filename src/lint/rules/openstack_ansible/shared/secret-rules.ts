import type { Definition } from '../../../engine/definition.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import { EXAMPLE } from './example.js'

export const FILE = 'user_secrets.yml'

export const config = { 'openstack_user_config.yml': EXAMPLE }

/** Files of secrets that are readable text. */
export function secretFiles({ variables }: Deployment): Definition[] {
  return variables.extraFiles.filter(
    ({ path, unread }) => /(^|\/)user_secrets[^/]*$/.test(path) && unread === undefined,
  )
}
