import type { OpenStackRelease } from '../../../openstack/releases.js'

/** How to replace a variable that kolla-ansible removed. */
export interface Replacement {
  /** The first release without the variable, where the collected facts do not know it. */
  since?: OpenStackRelease
  /** What to do instead, in one sentence. */
  help: string
  /** Whether `kolla-ansible prechecks` fails when the variable is set. */
  isRefused?: boolean
}

const opensearch = (name: string) => ({
  help: `Set ${name} instead: OpenSearch has replaced Elasticsearch.`,
})
const HOST_TIME = 'Remove it and synchronize time on the hosts: kolla-ansible no longer deploys chrony.'
const QUORUM = 'Remove it: RabbitMQ always uses quorum queues now. Migrate old queues before you upgrade.'
const CEPH = 'Remove it and connect a Ceph cluster that another tool deploys.'
const CA_FILES = 'Set kolla_copy_ca_into_containers and openstack_cacert instead.'
const keyring = (service: string) => ({
  help: `Set ceph_${service}_user instead: kolla-ansible derives the keyring's name from cluster and user.`,
})

/** Variables that were renamed or removed, from kolla-ansible's release notes and prechecks. */
export const REPLACEMENTS: ReadonlyMap<string, Replacement> = new Map<string, Replacement>(
  Object.entries({
    kolla_install_type: { since: 'zed', help: 'Remove it: all images are built from source since Zed.' },
    enable_redis: {
      since: '2025.2',
      isRefused: true,
      help: 'Set enable_valkey instead, and enable_redis to no.',
    },
    enable_ceph: { since: 'zed', isRefused: true, help: CEPH },
    enable_ceph_dashboard: { help: CEPH },
    enable_ceph_mds: { help: CEPH },
    enable_ceph_nfs: { help: CEPH },
    enable_elasticsearch: { since: 'zed', ...opensearch('enable_opensearch') },
    enable_kibana: opensearch('enable_opensearch_dashboards'),
    enable_kibana_external: opensearch('enable_opensearch_dashboards_external'),
    enable_elasticsearch_curator: {
      help: 'Remove it: OpenSearch itself deletes logs after opensearch_soft_retention_period_days.',
    },
    es_heap_size: opensearch('opensearch_heap_size'),
    es_java_opts: opensearch('opensearch_java_opts'),
    elasticsearch_datadir_volume: opensearch('opensearch_datadir_volume'),
    elasticsearch_cluster_name: opensearch('opensearch_cluster_name'),
    kibana_user: opensearch('opensearch_dashboards_user'),
    ironic_dnsmasq_dhcp_range: {
      help: 'Set ironic_dnsmasq_dhcp_ranges instead, a list of mappings with `range`.',
    },
    ironic_dnsmasq_default_gateway: {
      help: 'Set `routers` of the range in ironic_dnsmasq_dhcp_ranges instead.',
    },
    enable_chrony: { help: HOST_TIME },
    external_ntp_servers: { help: HOST_TIME },
    kolla_internal_fqdn_cacert: { help: CA_FILES },
    kolla_external_fqdn_cacert: { help: CA_FILES },
    om_enable_rabbitmq_quorum_queues: { help: QUORUM },
    om_enable_rabbitmq_transient_quorum_queue: { help: QUORUM },
    om_enable_rabbitmq_high_availability: { help: QUORUM },
    enable_mariadb_clustercheck: { help: 'Remove it: ProxySQL monitors the database cluster.' },
    enable_prometheus_msteams: { help: "Remove it and use Alertmanager's own receiver for Microsoft Teams." },
    ceph_cinder_keyring: keyring('cinder'),
    ceph_glance_keyring: keyring('glance'),
    ceph_nova_keyring: keyring('nova'),
    ceph_manila_keyring: keyring('manila'),
    ceph_gnocchi_keyring: keyring('gnocchi'),
    ceph_cinder_backup_keyring: keyring('cinder_backup'),
  } satisfies Record<string, Replacement>),
)
