import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { inventoryOf } from '../../readers/openstack_ansible/inventory.js'
import { EXAMPLE } from './shared/example.js'
import { FILE, secretFiles } from './shared/secret-rules.js'

const FILE_START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

const RELEASE = { 'user_variables.yml': 'openstack_release: "2025.1"\n' }

/** What a service cannot do without; others are for options that may be off. */
const ALWAYS = /^[a-z]+_(?:service|galera|container_mysql|container_db|oslomsg_rpc)_password$/

const IDENTITY = { 'openstack_user_config.yml': EXAMPLE.replace('shared_infra_hosts', 'identity_hosts') }

const TWO = 'keystone_container_mysql_password: !vault x\nkeystone_oslomsg_rpc_password: !vault y\n'

export default defineRule<Deployment>({
  id: 'openstack_ansible/missing-secret',
  severity: 'warning',
  summary: 'a secret of the release is set nowhere',
  help: 'New releases bring new secrets, and the upgrade script adds them to user_secrets.yml on the deployment host; in a repository they have to be added by hand. This is only said when the release is known (openstack_release in changeover.yml), all files of variables can be read, the service is deployed and has other secrets there, and no role has a default for the one that is missing.',
  example: {
    bad: { ...IDENTITY, ...RELEASE, [FILE]: TWO.split('\n')[0] ?? '' },
    good: { ...IDENTITY, ...RELEASE, [FILE]: TWO },
  },
  check(deployment, report) {
    const { known, variables, isTemplated } = deployment
    const [file] = secretFiles(deployment)
    if (!file || known.isAssumed || variables.hasUnread || isTemplated) return
    const isThere = (name: string) => variables.settings.has(name)
    const services = servicesOf(deployment)
    const started = new Set([...known.secrets].filter(isThere).map(serviceOf))
    const missing = known.requiredSecrets.filter(
      (name) =>
        ALWAYS.test(name) && !isThere(name) && services.has(serviceOf(name)) && started.has(serviceOf(name)),
    )
    if (missing.length === 0) return
    report(
      { file: file.path, range: FILE_START },
      `openstack-ansible ${known.release} needs the secret${missing.length > 1 ? 's' : ''} ${missing.join(', ')}, which nothing sets.`,
      'Add what is missing, and fill it:  scripts/pw-token-gen.py --file user_secrets.yml',
    )
  },
})

/** The services that run somewhere. */
function servicesOf(deployment: Deployment): Set<string> {
  return new Set(inventoryOf(deployment).placements.flatMap(({ contains }) => contains.map(serviceOf)))
}

/** `nova` for nova_conductor and for nova_service_password. */
function serviceOf(name: string): string {
  return name.split('_')[0] ?? name
}
