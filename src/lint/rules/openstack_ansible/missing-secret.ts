import { FILE_START } from '../../../yaml/source.js'
import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { placementsOf } from '../../readers/openstack_ansible/inventory.js'
import { EXAMPLE } from './shared/example.js'

/** Secrets that every deployment of a service needs. The others belong to optional features. */
const ALWAYS = /^[a-z]+_(?:service|galera|container_mysql|container_db|oslomsg_rpc)_password$/

const FILES = {
  'openstack_user_config.yml': EXAMPLE.replace('shared_infra_hosts', 'identity_hosts'),
  'user_variables.yml': 'openstack_release: "2025.1"\n',
}
const FIRST_SECRET = 'keystone_container_mysql_password: !vault x\n'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/missing-secret',
  severity: 'warning',
  summary: 'no file sets a secret that the OpenStack release needs',
  help: 'New releases need new secrets. The upgrade script adds them to user_secrets.yml on the deployment host, but you must add them to a repository yourself. A secret is only reported if the OpenStack release is known (openstack_release in changeover.yml), all files of variables are readable, the service is deployed and has other secrets in the file, and no role has a default for the secret.',
  example: {
    bad: { ...FILES, 'user_secrets.yml': FIRST_SECRET },
    good: { ...FILES, 'user_secrets.yml': `${FIRST_SECRET}keystone_oslomsg_rpc_password: !vault y\n` },
  },
  check(config, report) {
    const { known, variables, isTemplated } = config
    const [file] = variables.secretFiles
    if (!file || known.isAssumed || variables.hasUnread || isTemplated) return
    const isThere = (name: string) => variables.settings.has(name)
    const deployed = new Set(placementsOf(config).flatMap(({ contains }) => contains.map(serviceOf)))
    const withSecrets = new Set([...known.secrets].filter(isThere).map(serviceOf))
    const missing = known.requiredSecrets.filter((name) => {
      const service = serviceOf(name)
      return ALWAYS.test(name) && !isThere(name) && deployed.has(service) && withSecrets.has(service)
    })
    if (missing.length === 0) return
    report(
      { file: file.path, range: FILE_START },
      `No file sets ${missing.join(', ')}, which openstack-ansible ${known.release} needs.`,
      'Add the missing secrets, and generate them: scripts/pw-token-gen.py --file user_secrets.yml',
    )
  },
})

/** `nova` for nova_conductor and for nova_service_password. */
function serviceOf(name: string): string {
  return name.split('_')[0] ?? name
}
