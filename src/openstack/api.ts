/** The entry of a service in Keystone's catalog, and a harmless request to its API. */
export interface ServiceApi {
  /** Its types in the catalog, the official one first. */
  types: readonly string[]
  /** The path of a short list, below the address in the catalog. A leading version replaces that of the address. */
  read: string
  /** The key of the list in the answer; empty when the answer is the list. */
  list: string
}

/**
 * Types: the service types authority, and older names that clouds still use. Requests: the API references of the services.
 * Each request needs a valid token and the database. None needs an administrator; Placement and Ironic need a reader of
 * the system.
 */
export const APIS: Readonly<Record<string, ServiceApi>> = {
  keystone: { types: ['identity'], read: 'auth/projects', list: 'projects' },
  glance: { types: ['image'], read: 'v2/images?limit=1', list: 'images' },
  placement: {
    types: ['placement'],
    read: 'resource_providers?name=changeover-probe', // Placement has no parameter `limit`
    list: 'resource_providers',
  },
  nova: { types: ['compute'], read: 'servers/detail?limit=1', list: 'servers' },
  neutron: { types: ['network'], read: 'v2.0/networks?limit=1', list: 'networks' },
  cinder: {
    types: ['block-storage', 'volumev3', 'volume', 'block-store', 'volumev2'],
    read: 'volumes/detail?limit=1',
    list: 'volumes',
  },
  heat: { types: ['orchestration'], read: 'stacks?limit=1', list: 'stacks' },
  octavia: { types: ['load-balancer'], read: 'v2/lbaas/loadbalancers?limit=1', list: 'loadbalancers' },
  barbican: { types: ['key-manager'], read: 'v1/secrets?limit=1', list: 'secrets' },
  designate: { types: ['dns'], read: 'v2/zones?limit=1', list: 'zones' },
  swift: { types: ['object-store'], read: '?limit=1&format=json', list: '' },
  ironic: { types: ['baremetal', 'bare-metal'], read: 'v1/nodes?limit=1', list: 'nodes' },
  magnum: {
    types: ['container-infrastructure-management', 'container-infra', 'container-infrastructure'],
    read: 'v1/clusters?limit=1',
    list: 'clusters',
  },
  manila: {
    types: ['shared-file-system', 'sharev2', 'share'],
    read: 'shares?limit=1',
    list: 'shares',
  },
  trove: { types: ['database'], read: 'instances?limit=1', list: 'instances' },
  mistral: { types: ['workflow', 'workflowv2'], read: 'v2/workflows?limit=1', list: 'workflows' },
}
