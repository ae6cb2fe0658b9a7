import { isIP } from 'node:net'
import { defineRule } from '../../engine/rule.js'
import type { InventoryVar } from '../../readers/ansible/inventory.js'
import { placeIn } from '../../readers/repository/environments.js'
import type { Repository } from '../../readers/repository/subject.js'

/** Machines that serve all environments. */
const COMMON =
  /bastion|jump|deploy|monitor|seed|registry|mirror|builder|backup|log|ntp|dns|localhost|manager|proxy/i

const HOSTS = '[control]\nctl1 ansible_host=192.0.2.11\nctl2 ansible_host=192.0.2.12\n'

export default defineRule<Repository>({
  id: 'repository/shared-machine',
  severity: 'warning',
  summary: 'a machine stands in the inventories of staging and of production',
  help: 'What is tried in staging is then done to production. It is found when an inventory that is called production and one that is called staging have a host with the same ansible_host; machines whose name or group says that they serve both (bastion, monitoring, registry…) are left alone.',
  example: {
    bad: {
      'inventories/production/hosts': HOSTS,
      'inventories/staging/hosts': HOSTS.replaceAll('ctl', 'stg-ctl').replace('192.0.2.11', '192.0.2.21'),
    },
    good: {
      'inventories/production/hosts': HOSTS,
      'inventories/staging/hosts': HOSTS.replaceAll('ctl', 'stg-ctl').replaceAll('192.0.2.1', '192.0.2.2'),
    },
  },
  check(repository, report) {
    const named = new Set(
      repository.definitions.map(({ path, kind }) => kind === 'ansible' && purposeOf(path)),
    )
    if (!named.has('production') || !named.has('staging')) return
    const { inventories } = repository
    const purposes = inventories.map(({ path }) => purposeOf(path))
    const production = new Map<string, { host: string; place: InventoryVar }>()
    for (const [index, inventory] of inventories.entries()) {
      if (purposes[index] !== 'production') continue
      for (const { host, place, address } of machines(inventory)) production.set(address, { host, place })
    }
    for (const [index, inventory] of inventories.entries()) {
      if (purposes[index] !== 'staging') continue
      for (const { host, place, address } of machines(inventory)) {
        const other = production.get(address)
        if (!other) continue
        report(
          place,
          `The host "${host}" of staging is "${other.host}" of production: both are ${place.value}, the latter in ${placeIn(other.place)}.`,
          'Give it the address of a machine of its own.',
        )
      }
    }
  },
})

/** What an inventory's path says that it is for. */
function purposeOf(path: string): 'production' | 'staging' | undefined {
  if (/(?:^|[/_.-])(?:prod|production|live)(?:[/_.-]|$)/i.test(path)) return 'production'
  return /(?:^|[/_.-])(?:stag|stage|staging|preprod|qa|uat)(?:[/_.-]|$)/i.test(path) ? 'staging' : undefined
}

function* machines({ hosts }: Repository['inventories'][number]) {
  for (const { name, groups, vars } of hosts.values()) {
    const place = vars.get('ansible_host')
    if (!place || isIP(place.value) === 0 || /^(?:127\.|::1$)/.test(place.value)) continue
    if (COMMON.test(name) || [...groups].some((group) => COMMON.test(group))) continue
    yield { host: name, place, address: `${place.value} ${vars.get('ansible_port')?.value ?? '22'}` }
  }
}
