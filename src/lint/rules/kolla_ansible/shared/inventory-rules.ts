import { hostsOf, type MergedInventory } from '../../../readers/ansible/inventory.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import type { Deployment } from '../../../readers/kolla_ansible/deployment.js'
import { withFiles } from './example.js'
import { type InventoryExample, inventoryExample } from './inventory-example.js'
import { kollaInventories } from '../../../readers/kolla_ansible/kolla-inventory.js'
import { atValue, ownSetting } from '../../../readers/kolla_ansible/problem.js'

const MOST_NAMED = 5

function bad(change: InventoryExample): Record<string, string> {
  return withFiles({ 'etc/kolla/multinode': inventoryExample(change) })
}

export const missingGroup: Rule<Deployment> = {
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
}

/** The groups of services that are certainly deployed, with one service of each. */
function neededGroups(deployment: Deployment): Map<string, string> {
  const needed = new Map<string, string>()
  const { facts, values } = deployment
  if (!facts) return needed
  for (const [service, { group, role, enabled }] of Object.entries(facts.services)) {
    // the group of the load balancers has a rule of its own
    if (group === 'all' || group === 'loadbalancer' || needed.has(group)) continue
    const isEnabled = typeof enabled === 'boolean' ? enabled : isOn(deployment, enabled)
    if (isEnabled && Object.hasOwn(facts.groups, group) && values.bool(switchOf(role)) === true)
      needed.set(group, service)
  }
  return needed
}

function isOn({ values }: Deployment, enabled: string): boolean {
  const value = values.rendered(enabled)
  return value === true || (typeof value === 'string' && /^(yes|true|on|1)$/i.test(value))
}

/** Nova's cells are deployed with Nova; every other role has a switch of its own name. */
function switchOf(role: string): string {
  return `enable_${role === 'nova_cell' ? 'nova' : role}`
}

/** Where to say what the inventory as a whole lacks. */
function placeOf(inventory: MergedInventory, group = 'control'): Pick<Problem, 'file' | 'range'> {
  const { file, range } = inventory.groups.get(group) ?? { file: inventory.path, range: FILE_START }
  return { file, range }
}

const FILE_START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

export const renamedGroup: Rule<Deployment> = {
  id: 'kolla_ansible/renamed-group',
  severity: 'error',
  summary: 'the inventory has the group haproxy and not loadbalancer',
  help: 'The group haproxy is called loadbalancer since Xena. Without it, or when it is empty, `kolla-ansible prechecks` fails.',
  example: { bad: bad({ rename: { loadbalancer: 'haproxy' } }), good: bad({}) },
  *check(deployment) {
    const { values, release } = deployment
    if (values.bool('enable_loadbalancer') === false) return
    for (const inventory of kollaInventories(deployment)) {
      const old = inventory.groups.get('haproxy')
      if (!old || inventory.groups.has('loadbalancer')) continue
      yield {
        file: old.file,
        range: old.range,
        message: 'The group haproxy is called loadbalancer since Xena.',
        help: 'Rename it, here and wherever it is a child.',
        ...(release?.isSaid ? {} : { severity: 'warning' as const }),
      }
    }
  },
}

export const evenControl: Rule<Deployment> = {
  id: 'kolla_ansible/even-control',
  severity: 'warning',
  summary: 'the database or the message queue has an even number of members',
  help: 'MariaDB and RabbitMQ go on as long as more than half of their members see each other. With two members, or four, a cut in the middle leaves no half that may go on: two members survive less than one does. Use one, three or five hosts.',
  example: { bad: bad({ control: ['c1', 'c2'] }), good: bad({ control: ['c1', 'c2', 'c3'] }) },
  *check(deployment) {
    for (const inventory of kollaInventories(deployment)) {
      for (const [group, what] of CLUSTERS) {
        const count = hostsOf(inventory, group).size
        if (count === 0 || count % 2 === 1) continue
        yield {
          ...placeOf(inventory, hostsOf(inventory, 'control').size === count ? 'control' : group),
          message: `The ${what} has ${count} members: when they lose sight of each other, none of the halves goes on.`,
          help: 'Use an odd number of hosts, for example three.',
        }
        break
      }
    }
  },
}

const CLUSTERS: readonly (readonly [group: string, what: string])[] = [
  ['mariadb', 'database'],
  ['rabbitmq', 'message queue'],
]

export const vipOfHost: Rule<Deployment> = {
  id: 'kolla_ansible/vip-of-host',
  severity: 'error',
  summary: 'the virtual address is the address of a host',
  help: 'Keepalived adds the virtual address to the host that holds it. An address that a host already has is in use for ever: it cannot move, and `kolla-ansible prechecks` fails because something answers there. Use a free address of the network; a single host without HAProxy and Keepalived may use its own.',
  example: {
    bad: withFiles({
      'etc/kolla/multinode': inventoryExample({ control: ['c1 ansible_host=10.10.10.254', 'c2', 'c3'] }),
    }),
    good: withFiles({
      'etc/kolla/multinode': inventoryExample({ control: ['c1 ansible_host=10.10.10.11', 'c2', 'c3'] }),
    }),
  },
  *check(deployment) {
    const { values } = deployment
    if (values.bool('enable_keepalived') !== true) return
    const vips = new Map(
      ['kolla_internal_vip_address', 'kolla_external_vip_address'].flatMap((name) => {
        const setting = ownSetting(deployment, name)
        const address = values.text(name)
        return setting && address ? [[address, setting] as const] : []
      }),
    )
    for (const inventory of kollaInventories(deployment)) {
      for (const host of inventory.hosts.values()) {
        const setting = vips.get(host.vars.get('ansible_host')?.value ?? host.name)
        if (!setting) continue
        yield atValue(
          setting,
          `The ${setting.name} is the address of the host "${host.name}" in ${host.file}.`,
          'Use an address that no host has.',
        )
      }
    }
  },
}
