import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { isAlive } from '../../src/platform/process-tree.js'
import { keepRequests } from './figures.js'
import { issueToken, isValidToken } from './identity.js'
import { type Ended, RegionOneCloud } from './region-one.js'

const SETTINGS = 'inventories/cloud/hosts.yml'
const region = new RegionOneCloud()
const second = ''

beforeAll(() => region.start(), 120_000)
afterAll(() => region.stop(), 60_000)

/** Do `work` while users ask through both nodes; none of their requests may fail. */
async function unnoticed(scenario: string, work: () => Promise<Ended>): Promise<Ended> {
  const witnesses = [region.witness(1), region.witness(2)]
  try {
    return await work()
  } finally {
    const seen = await Promise.all(witnesses.map((witness) => witness.stop()))
    await keepRequests(scenario, '', ...seen)
    for (const { sent, failed, failed_kinds } of seen) {
      expect({ failed, failed_kinds }).toEqual({ failed: 0, failed_kinds: {} })
      expect(sent).toBeGreaterThan(100)
    }
  }
}
