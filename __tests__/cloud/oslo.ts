import { databaseSection } from './database.js'
import { type Ini, mergeIni } from './ini.js'
import { queueUrl } from './queue.js'
import { REGION, type Site } from './site.js'

/** What every service but Keystone has in its configuration. Makes its folder for data and locks. */
export function serviceIni(site: Site, name: string, options: { database?: string } = {}): Ini {
  return mergeIni(
    {
      DEFAULT: {
        use_stderr: true,
        state_path: site.state.folder('data', name),
        host: 'changeover',
        transport_url: queueUrl(site),
      },
      oslo_concurrency: { lock_path: site.state.folder('data', name, 'lock') },
      // a thread for each connection of a cloud that nobody pulls the plug of
      oslo_messaging_rabbit: { heartbeat_timeout_threshold: 0 },
      oslo_messaging_notifications: { driver: 'noop' },
      keystone_authtoken: {
        ...credentials(site, name),
        www_authenticate_uri: keystoneUrl(site),
        memcached_servers: `127.0.0.1:${site.ports.get('cache')}`,
        service_token_roles: 'service',
        service_token_roles_required: true,
      },
    },
    databaseSection(site, name, options.database),
  )
}

/** How a service logs in at Keystone as itself. */
export function credentials(site: Site, username: string): Record<string, string> {
  return {
    auth_type: 'password',
    auth_url: keystoneUrl(site),
    username,
    password: site.password,
    project_name: 'service',
    user_domain_id: 'default',
    project_domain_id: 'default',
    region_name: REGION,
  }
}

function keystoneUrl(site: Site): string {
  return site.url(site.frontPort('keystone'))
}
