function keys(text: string): readonly string[] {
  return text.split(/\s+/).filter((key) => key !== '')
}

const SCOPE = keys(
  'auth_url system_scope domain_id domain_name project_id project_name project_domain_id project_domain_name trust_id',
)
const USER = keys('user_id username user_domain_id user_domain_name')
const DEFAULT_DOMAIN = keys('default_domain_id default_domain_name')

/** The keys that the plugins of keystoneauth accept in `auth`, by auth_type. */
export const AUTH_KEYS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['password', new Set([...SCOPE, ...USER, ...DEFAULT_DOMAIN, 'password'])],
  ['token', new Set([...SCOPE, ...DEFAULT_DOMAIN, 'token'])],
  ['v3password', new Set([...SCOPE, ...USER, 'password'])],
  ['v3token', new Set([...SCOPE, 'token'])],
  ['v3totp', new Set([...SCOPE, ...USER, 'passcode'])],
  [
    'v3applicationcredential',
    new Set([
      ...SCOPE,
      ...USER,
      'application_credential_id',
      'application_credential_name',
      'application_credential_secret',
    ]),
  ],
])

/** All auth_types of keystoneauth and of the packages that extend it. */
export const AUTH_TYPES: ReadonlySet<string> = new Set([
  ...AUTH_KEYS.keys(),
  ...keys(
    'admin_token http_basic none noauth v1password v2password v2token v3adfspassword v3fedkerb v3kerberos v3multifactor v3oauth1 v3oauth2clientcredential v3oauth2mtlsclientcredential v3oidcaccesstoken v3oidcauthcode v3oidcclientcredentials v3oidcdeviceauthz v3oidcpassword v3samlpassword v3tokenlessauth v3websso token_endpoint aodh-noauth gnocchi-basic gnocchi-noauth rackspace_apikey vitrage-keycloak vitrage-noauth',
  ),
])

/** Common wrong spellings of an auth_type. */
export const MEANT_AUTH_TYPES: ReadonlyMap<string, string> = new Map(
  keys(
    'applicationcredential application_credential application-credential v3application_credential v3_application_credential appcred',
  ).map((written) => [written, 'v3applicationcredential']),
)

/** Old names that openstacksdk still converts to the current ones. */
export const OLD_AUTH_NAMES: ReadonlyMap<string, string> = new Map([
  ['tenant_id', 'project_id'],
  ['tenant_name', 'project_name'],
  ['auth_token', 'token'],
  ['user_name', 'username'],
])

/** The keys of a cloud. */
export const CLOUD_KEYS: ReadonlySet<string> = new Set(
  keys(
    'auth auth_type auth_plugin auth_methods api_timeout cacert cert cloud profile database_api_version disable_vendor_agent endpoint_type external_network internal_network floating_ip_source force_ipv4 prefer_ipv6 image_api_use_tasks image_format insecure interface key message metrics networks password region_name regions requires_floating_ip secgroup_source status timeout timing username user_id vendor_hook verify verify_glance_checksum default_domain use_direct_get log_file log_level project_id project_name project_domain_id project_domain_name user_domain_id user_domain_name domain_id domain_name token system_scope auth_url nova_url object_store_endpoint_override baremetal_status_code_retries baremetal_introspection_status_code_retries image_status_code_retries compute_api_version identity_api_version image_api_version network_api_version volume_api_version block_storage_api_version object_store_api_version dns_api_version baremetal_api_version load_balancer_api_version orchestration_api_version container_infra_api_version shared_file_system_api_version key_manager_api_version placement_api_version workflow_api_version',
  ),
)

/** Keys of a cloud that start with the name of a service. */
export const SERVICE_KEY =
  /_(?:api_version|default_microversion|interface|endpoint_type|endpoint_override|endpoint|service_type|service_name|region_name|timeout|status_code_retries|connect_retries|min_version|max_version)$/

/** Public clouds that no longer exist. openstacksdk refuses their profiles. */
export const CLOSED_VENDORS: ReadonlySet<string> = new Set(
  keys('betacloud ibmcloud internap ultimum unitedstack'),
)
