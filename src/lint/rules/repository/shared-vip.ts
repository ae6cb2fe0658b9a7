import { isIP } from 'node:net'
import { defineRule } from '../../engine/rule.js'
import {
  addressOf,
  type Environment,
  type Fact,
  placeIn,
  VIPS,
} from '../../readers/repository/environments.js'
import type { Repository } from '../../readers/repository/subject.js'
import { isNested, PRODUCTION, STAGING } from './shared/address-rules.js'

/** Environments that come and go, often with the same addresses in networks of their own. */
const PASSING =
  /(?:^|[/_.-])(?:ci|aio|all-in-one|dev|demo|example|lab|local|molecule|sample|test|vagrant|virtual)s?\d*(?:[/_.-]|$)/i

export default defineRule<Repository>({
  id: 'repository/shared-vip',
  severity: 'warning',
  summary: 'two environments have the same virtual address',
  help: 'Two environments with one virtual address fight for it when their networks meet, and until then a command for the one may reach the other. It is mostly left over from a copy. Environments whose name says that they come and go (ci, dev, lab, test…) are left out; where staging is an exact copy in a network of its own, switch the rule off.',
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
          `The virtual address ${address} is also that of another environment, in ${placeIn(owner)}.`,
          'Give each environment an address of its own.',
        )
      }
    }
  },
})

function lasting(environments: readonly Environment[]): Environment[] {
  return environments.filter(({ name }) => !PASSING.test(name))
}

/** The virtual addresses that an environment names, each once. */
function vipsOf({ facts }: Environment): Fact[] {
  const seen = new Map<string, Fact>()
  for (const name of VIPS) {
    const fact = facts.get(name)
    if (!fact || isIP(addressOf(fact)) === 0 || /^(?:127\.|::1$|0\.)/.test(fact.value)) continue
    if (!seen.has(addressOf(fact))) seen.set(addressOf(fact), fact)
  }
  return [...seen.values()]
}
