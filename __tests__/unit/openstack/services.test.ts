import { expect, test } from '@jest/globals'
import { findCycle, serviceNeeds } from '../../../src/manifest/services.js'
import { SERVICES } from '../../../src/openstack/services.js'

test('needs are known services without cycles, and keystone needs none', () => {
  const needs = serviceNeeds({})
  for (const [service, facts] of Object.entries(SERVICES)) {
    for (const need of facts.needs) expect([service, needs.has(need)]).toEqual([service, true])
    expect(facts.health).toMatch(/^\//)
    expect(facts.port).toBeGreaterThan(0)
  }
  expect(needs.get('keystone')).toEqual([])
  expect(findCycle(needs)).toBeUndefined()
})
