import { isIP } from 'node:net'
import { defineRule } from '../../engine/rule.js'
import type { InventoryVar } from '../../readers/ansible/inventory.js'
import { placeIn } from '../../readers/repository/environments.js'
import type { Repository } from '../../readers/repository/subjects.js'

/** Names of machines that serve all environments. */
const COMMON =
  /bastion|jump|deploy|monitor|seed|registry|mirror|builder|backup|log|ntp|dns|localhost|manager|proxy/i

const HOSTS = '[control]\nctl1 ansible_host=192.0.2.11\nctl2 ansible_host=192.0.2.12\n'

export default defineRule<Repository>({
  id: 'repository/shared-machine',
  severity: 'warning',
  summary: 'the inventories of staging and production contain the same machine',
  help: 'Whatever is tested in staging then also changes production. The rule compares ansible_host in the inventories whose paths name production and staging. It ignores machines whose name or group shows that they serve both (bastion, monitoring, registry…).',
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
          `The host "${host}" of staging has the same address, ${place.value}, as "${other.host}" of production in ${placeIn(other.place)}.`,
          'Use a different machine for staging.',
        )
      }
    }
  },
})

/** The purpose that the path of an inventory names. */
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
