import { defineRule } from '../../engine/rule.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { withInventory } from './shared/example.js'

const MOST_NAMED = 5

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/missing-group',
  severity: 'error',
  summary: 'the inventory lacks the group of an enabled service',
  help: "Every container runs on the hosts of one inventory group, and new releases add groups. Without the group, the service is not deployed anywhere, or a template that needs its hosts stops the deployment. At every upgrade, compare the inventory with the release's own ansible/inventory/multinode.",
  example: { bad: withInventory({ without: ['nova-conductor'] }), good: withInventory() },
  check(cloud, report) {
    const { release, inventories } = cloud
    if (!release || inventories.length === 0) return
    const required = requiredGroups(cloud)
    for (const { groups } of inventories) {
      const place = groups.get('control')
      const missing = [...required.keys()].filter((name) => !groups.has(name))
      const [first] = missing
      if (!place || first === undefined) continue
      const names = missing.slice(0, MOST_NAMED).join(', ')
      const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : ''
      report(
        place,
        missing.length === 1
          ? `The inventory lacks the group "${first}", which runs ${required.get(first)}.`
          : `The inventory lacks ${missing.length} groups of enabled services: ${names}${more}.`,
        `Copy ${missing.length === 1 ? 'it' : 'them'} from the inventory multinode of ${release.release}.`,
        release.isAssumed ? 'warning' : undefined,
      )
    }
  },
})

/** The groups of services that are certainly deployed, each with one of its services. */
function requiredGroups({ facts, values }: KollaCloud): Map<string, string> {
  const required = new Map<string, string>()
  if (!facts) return required
  for (const [service, { group, role, enabled }] of Object.entries(facts.services)) {
    // the rule renamed-group covers the load balancers
    if (group === 'all' || group === 'loadbalancer' || required.has(group)) continue
    const isEnabled = typeof enabled === 'boolean' ? enabled : isOn(values.rendered(enabled))
    if (isEnabled && Object.hasOwn(facts.groups, group) && values.bool(switchOf(role)) === true)
      required.set(group, service)
  }
  return required
}

function isOn(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(yes|true|on|1)$/i.test(value))
}

/** Nova's cells are deployed with Nova. Every other role has a switch of its own name. */
function switchOf(role: string): string {
  return `enable_${role === 'nova_cell' ? 'nova' : role}`
}
