import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ProbeSettings } from '../../../../generated/manifest.js'
import { createProbes } from '../../../../src/drivers/probes/create.js'
import { bash } from '../../../../src/platform/shell.js'
import { FaultyServer, type Reply } from '../../../rig/faulty-server.js'
import { probeContext } from '../../../unit/drivers/probes/context.js'

let server: FaultyServer
let reply: Reply

beforeAll(async () => {
  server = await FaultyServer.start(() => reply)
})
afterAll(() => server.stop())

async function verdict(settings: ProbeSettings): Promise<string | undefined> {
  const variables = { OS_USERNAME: 'u', OS_PASSWORD: 'p', OS_PROJECT_NAME: 'x', OS_AUTH_URL: server.url }
  const [made] = createProbes([settings], probeContext({ variables }), bash)
  return (await made?.probe.ask(new AbortController().signal))?.verdict
}

/** JSON that looks a little like what is expected, and is not. */
const almost = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 6 },
    fc.jsonValue(),
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        'token',
        'catalog',
        'endpoints',
        'type',
        'url',
        'status',
        'data',
        'result',
        '__proto__',
      ),
      tie('node'),
    ),
  ),
})).node

test('arbitrary answers instead of a token or a number are never good, and never crash', async () => {
  await fc.assert(
    fc.asyncProperty(almost, fc.constantFrom(200, 201), async (data, status) => {
      const body = JSON.stringify(data) ?? 'null'
      reply = { status, headers: { 'x-subject-token': 'token' }, body }
      expect(await verdict({ openstack: { services: ['glance'] } })).toBe('bad')
      expect(await verdict({ prometheus: { url: server.url, query: 'up', below: 1e9 } })).toBe('inconclusive')
    }),
    { numRuns: 150 },
  )
})

test('arbitrary bytes are never good for a probe that expects a value', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      reply = { status: 200, body: Buffer.from(bytes) }
      expect(await verdict({ http: { url: server.url, json: { 'a.b': 'expected' } } })).toBe('bad')
    }),
    { numRuns: 100 },
  )
})
