import { isIP } from 'node:net'
import { defineRule } from '../../engine/rule.js'
import {
  addressOf,
  type Environment,
  type Fact,
  isNested,
  PRODUCTION,
  placeIn,
  STAGING,
  VIPS,
} from '../../readers/repository/environments.js'
import type { Repository } from '../../readers/repository/subjects.js'

/** Names of temporary environments, which often have the same addresses in networks of their own. */
const PASSING =
  /(?:^|[/_.-])(?:ci|aio|all-in-one|dev|demo|example|lab|local|molecule|sample|test|vagrant|virtual)s?\d*(?:[/_.-]|$)/i

export default defineRule<Repository>({
  id: 'repository/shared-vip',
  severity: 'warning',
  summary: 'two environments have the same virtual IP address',
  help: 'If their networks are connected, two environments compete for the same virtual IP address. Otherwise, a command for one of them may reach the other. Usually the address was copied by mistake. The rule ignores environments whose name shows that they are temporary (ci, dev, lab, test…). If staging is an exact copy in a separate network, turn the rule off.',
  example: {
    bad: {
      'production/globals.yml': PRODUCTION,
      'staging/globals.yml': STAGING.replace('10.20', '10.10'),
    },
    good: { 'production/globals.yml': PRODUCTION, 'staging/globals.yml': STAGING },
  },
  check({ environments }, report) {
    const owners = new Map<string, Fact>()
    for (const environment of lasting(environments)) {
      for (const fact of vipsOf(environment)) {
        const address = addressOf(fact)
        const owner = owners.get(address)
        owners.set(address, owner ?? fact)
        if (!owner || isNested(owner.environment, environment)) continue
        report(
          fact,
          `The virtual IP address ${address} is already used by another environment, in ${placeIn(owner)}.`,
          'Give each environment its own address.',
        )
      }
    }
  },
})

function lasting(environments: readonly Environment[]): Environment[] {
  return environments.filter(({ name }) => !PASSING.test(name))
}

/** The virtual IP addresses of an environment, without duplicates. */
function vipsOf({ facts }: Environment): Fact[] {
  const seen = new Map<string, Fact>()
  for (const name of VIPS) {
    const fact = facts.get(name)
    if (!fact || isIP(addressOf(fact)) === 0 || /^(?:127\.|::1$|0\.)/.test(fact.value)) continue
    if (!seen.has(addressOf(fact))) seen.set(addressOf(fact), fact)
  }
  return [...seen.values()]
}
