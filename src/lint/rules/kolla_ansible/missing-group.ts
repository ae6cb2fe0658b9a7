import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { kollaInventories } from '../../readers/kolla_ansible/kolla-inventory.js'
import { bad, placeOf } from './shared/inventory-rules.js'

const MOST_NAMED = 5

export default defineRule<Deployment>({
  id: 'kolla_ansible/missing-group',
  severity: 'error',
  summary: 'the inventory has no group for a service that is enabled',
  help: "Every container has a group in the inventory on whose hosts it runs, and a release brings new ones. A group that is missing is empty: its service is deployed nowhere, or a template that asks for its hosts stops the deployment. Compare the inventory with the release's own ansible/inventory/multinode at every upgrade.",
  example: { bad: bad({ without: ['nova-conductor'] }), good: bad({}) },
  *check(deployment) {
    const { release } = deployment
    if (!release) return
    let needed: Map<string, string> | undefined
    for (const inventory of kollaInventories(deployment)) {
      needed ??= neededGroups(deployment)
      const missing = [...needed.keys()].filter((group) => !inventory.groups.has(group))
      const [first] = missing
      if (first === undefined) continue
      const names = missing.slice(0, MOST_NAMED).join(', ')
      const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : ''
      yield {
        ...placeOf(inventory),
        message:
          missing.length === 1
            ? `The inventory has no group "${first}", in which ${needed.get(first)} runs.`
            : `The inventory lacks ${missing.length} groups of services that are enabled: ${names}${more}.`,
        help: `Add ${missing.length === 1 ? 'it as' : 'them as'} in the inventory multinode of ${release.release}.`,
        ...(release.isSaid ? {} : { severity: 'warning' as const }),
      }
    }
  },
})

/** The groups of services that are certainly deployed, with one service of each. */
function neededGroups(deployment: Deployment): Map<string, string> {
  const needed = new Map<string, string>()
  const { facts, values } = deployment
  if (!facts) return needed
  for (const [service, { group, role, enabled }] of Object.entries(facts.services)) {
    // the group of the load balancers has a rule of its own
    if (group === 'all' || group === 'loadbalancer' || needed.has(group)) continue
    const isEnabled = typeof enabled === 'boolean' ? enabled : isOn(deployment, enabled)
    if (isEnabled && Object.hasOwn(facts.groups, group) && values.bool(shiftOf(role)) === true)
      needed.set(group, service)
  }
  return needed
}

function isOn({ values }: Deployment, enabled: string): boolean {
  const value = values.rendered(enabled)
  return value === true || (typeof value === 'string' && /^(yes|true|on|1)$/i.test(value))
}

/** Nova's cells are deployed with Nova; every other role has a switch of its own name. */
function shiftOf(role: string): string {
  return `enable_${role === 'nova_cell' ? 'nova' : role}`
}
