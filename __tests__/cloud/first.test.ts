import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { RegionOneCloud } from './region-one.js'

const region = new RegionOneCloud()
beforeAll(() => region.start(), 120_000)
afterAll(() => region.stop(), 60_000)
test('v1', async () => {
  const a = await region.release('1.0.0', 'inventories/cloud/hosts.yml', (t) => t)
  console.log(await region.changeover(['deploy', '--release', a]))
  console.log(
    await region.schema('blue'),
    await region.routes(1),
    await region.routes(2),
    await region.sessions(1, 'green'),
  )
}, 300_000)
