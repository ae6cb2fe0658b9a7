/** Rules with errors that always stop the inventory generator. */
export const DECIDABLE: ReadonlySet<string> = new Set([
  'yaml/syntax-error',
  ...[
    ...['missing-cidr-networks', 'no-management-network', 'invalid-cidr', 'unknown-address-pool'],
    ...[
      'missing-provider-networks',
      'incomplete-route',
      'management-network-not-flagged',
      'management-network-without-pool',
    ],
    ...[
      'group-not-a-mapping',
      'hosts-in-parent-group',
      'missing-ip',
      'address-conflict',
      'invalid-affinity',
      'name-too-long',
    ],
    ...['address-pool-exhausted', 'invalid-env-d'],
  ].map((rule) => `openstack_ansible/${rule}`),
])
