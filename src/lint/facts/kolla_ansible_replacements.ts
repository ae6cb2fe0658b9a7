import type { OpenStackRelease } from '../../openstack/releases.js'

/** What became of a variable. */
export interface Replacement {
  /** The first release without it; `undefined` when the facts tell. */
  since?: OpenStackRelease
  /** What to do instead, in one sentence. */
  help: string
  /** What kolla-ansible's own prechecks refuse. */
  isRefused?: boolean
}

const opensearch = (name: string) => ({ help: `Set ${name} instead: OpenSearch took Elasticsearch's place.` })
const HOST_TIME = 'Remove it, and let the hosts keep their time: kolla-ansible deploys no chrony anymore.'
const QUORUM = 'Remove it: RabbitMQ always has quorum queues now; migrate old queues before you upgrade.'
const CEPHADM = 'Remove it, and connect a Ceph cluster that is deployed by other means.'

/** Variables that were renamed, or that went away with a hint: kolla-ansible's release notes and prechecks. */
export const REPLACEMENTS: ReadonlyMap<string, Replacement> = new Map<string, Replacement>([
  ['kolla_install_type', { since: 'zed', help: 'Remove it: all images are built from source since Zed.' }],
  [
    'enable_redis',
    { since: '2025.2', isRefused: true, help: 'Set enable_valkey instead, and enable_redis to no.' },
  ],
  ['enable_ceph', { since: 'zed', isRefused: true, help: CEPHADM }],
  ['enable_ceph_dashboard', { help: CEPHADM }],
  ['enable_ceph_mds', { help: CEPHADM }],
  ['enable_ceph_nfs', { help: CEPHADM }],
  ['enable_elasticsearch', { since: 'zed', ...opensearch('enable_opensearch') }],
  ['enable_kibana', opensearch('enable_opensearch_dashboards')],
  ['enable_kibana_external', opensearch('enable_opensearch_dashboards_external')],
  [
    'enable_elasticsearch_curator',
    { help: 'Remove it: OpenSearch keeps logs for opensearch_soft_retention_period_days by itself.' },
  ],
  ['es_heap_size', opensearch('opensearch_heap_size')],
  ['es_java_opts', opensearch('opensearch_java_opts')],
  ['elasticsearch_datadir_volume', opensearch('opensearch_datadir_volume')],
  ['elasticsearch_cluster_name', opensearch('opensearch_cluster_name')],
  ['kibana_user', opensearch('opensearch_dashboards_user')],
  [
    'ironic_dnsmasq_dhcp_range',
    { help: 'Set ironic_dnsmasq_dhcp_ranges instead, a list of mappings with `range`.' },
  ],
  [
    'ironic_dnsmasq_default_gateway',
    { help: 'Give the range in ironic_dnsmasq_dhcp_ranges a `routers` instead.' },
  ],
  ['enable_chrony', { help: HOST_TIME }],
  ['external_ntp_servers', { help: HOST_TIME }],
  ['kolla_internal_fqdn_cacert', { help: 'Set kolla_copy_ca_into_containers and openstack_cacert instead.' }],
  ['kolla_external_fqdn_cacert', { help: 'Set kolla_copy_ca_into_containers and openstack_cacert instead.' }],
  ['om_enable_rabbitmq_quorum_queues', { help: QUORUM }],
  ['om_enable_rabbitmq_transient_quorum_queue', { help: QUORUM }],
  ['om_enable_rabbitmq_high_availability', { help: QUORUM }],
  ['enable_mariadb_clustercheck', { help: 'Remove it: ProxySQL watches the database cluster by itself.' }],
  [
    'enable_prometheus_msteams',
    { help: 'Remove it, and use the receiver for Microsoft Teams that Alertmanager has.' },
  ],
  [
    'ceph_cinder_keyring',
    { help: 'Set ceph_cinder_user instead: the keyring is named after cluster and user.' },
  ],
  [
    'ceph_glance_keyring',
    { help: 'Set ceph_glance_user instead: the keyring is named after cluster and user.' },
  ],
  ['ceph_nova_keyring', { help: 'Set ceph_nova_user instead: the keyring is named after cluster and user.' }],
  [
    'ceph_manila_keyring',
    { help: 'Set ceph_manila_user instead: the keyring is named after cluster and user.' },
  ],
  [
    'ceph_gnocchi_keyring',
    { help: 'Set ceph_gnocchi_user instead: the keyring is named after cluster and user.' },
  ],
  [
    'ceph_cinder_backup_keyring',
    { help: 'Set ceph_cinder_backup_user instead: the keyring is named after cluster and user.' },
  ],
])
