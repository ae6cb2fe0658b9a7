/** The rules whose errors always make the inventory generator stop. */
export const DECIDABLE: ReadonlySet<string> = new Set([
  'yaml/syntax-error',
  ...[
    ...['missing-networks', 'no-management-network', 'invalid-cidr', 'unknown-queue'],
    ...['missing-provider-networks', 'incomplete-route', 'management-flag', 'management-without-queue'],
    ...[
      'empty-group',
      'group-of-groups',
      'missing-ip',
      'address-conflict',
      'invalid-affinity',
      'name-too-long',
    ],
    ...['pool-exhausted', 'invalid-environment'],
  ].map((rule) => `openstack_ansible/${rule}`),
])
