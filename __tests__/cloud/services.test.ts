import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { OpenStackProbeSettings } from '../../generated/manifest.js'
import { createProbes } from '../../src/drivers/probes/create.js'
import { bash } from '../../src/platform/shell.js'
import { probeContext } from '../unit/drivers/probes/context.js'
import { type Cloud, SERVICE_NAMES } from './cloud.js'
import { keepServices } from './figures.js'
import { askApi } from './identity.js'
import { listens } from './ready.js'
import { Site } from './site.js'
import { temporaryCloud } from './temporary-cloud.js'

interface Catalog {
  catalog: { type: string; endpoints: { interface: string; url: string }[] }[]
}

/** What each service is in Keystone's catalog. */
const TYPES: Record<string, string> = {
  keystone: 'identity',
  glance: 'image',
  placement: 'placement',
  nova: 'compute',
  neutron: 'network',
  heat: 'orchestration',
  octavia: 'load-balancer',
}

type Asked = NonNullable<OpenStackProbeSettings['services']>[number]

let cloud: Cloud

beforeAll(async () => {
  cloud = await temporaryCloud()
  await cloud.up(SERVICE_NAMES, { color: 'blue' })
  await cloud.up(['keystone', 'glance'], { color: 'green' })
}, 300_000)

afterAll(() => cloud.down([], { remove: true }), 120_000)

// each step begins where the one before has ended
describe('the whole cloud, Keystone and Glance in two colors behind two load balancers', () => {
  test('runs, and says what it uses', async () => {
    const processes = await cloud.status()
    await keepServices(processes)
    expect(processes.filter(({ state }) => state !== 'running')).toEqual([])
    for (const { memory_bytes, ready_ms } of processes) {
      expect(memory_bytes).toBeGreaterThan(100 * 1024)
      expect(ready_ms).toBeGreaterThan(0)
    }
  })

  test('has every service in its catalog, and each of them answers', async () => {
    const { id } = await cloud.token()
    const { catalog } = (await askApi('GET', `${cloud.keystoneUrl()}/auth/catalog`, { token: id })) as Catalog
    const wanted = SERVICE_NAMES.flatMap((name) => TYPES[name] ?? [])
    expect(wanted.length).toBeGreaterThan(0)
    for (const type of wanted) {
      const endpoints = catalog.find((entry) => entry.type === type)?.endpoints ?? []
      const url = endpoints.find((endpoint) => endpoint.interface === 'public')?.url ?? 'missing'
      const { status } = await fetch(new URL(url).origin, { signal: AbortSignal.timeout(10_000) })
      expect({ type, status: status < 400 }).toEqual({ type, status: true })
    }
  }, 60_000)

  test('lets a probe read something from every service', async () => {
    const services = SERVICE_NAMES.filter((name): name is Asked => TYPES[name] !== undefined)
    expect(services.length).toBeGreaterThan(5)
    for (const service of services) {
      const [asked] = createProbes(
        [{ openstack: { services: [service] }, timeout: '30s' }],
        probeContext({ variables: cloud.env() }),
        bash,
      )
      const answer = await asked?.probe.ask(AbortSignal.timeout(60_000))
      expect({ service, answer }).toEqual({ service, answer: { verdict: 'good' } })
    }
  }, 120_000)

  test('is left alone when it is started again', async () => {
    expect(await cloud.up(SERVICE_NAMES, { color: 'blue' })).toEqual([])
  }, 60_000)

  test('leaves no process, no port and no file behind', async () => {
    const site = new Site(cloud.state)
    const ports = (await cloud.status()).flatMap(({ port }) => port ?? [])
    expect(ports.length).toBeGreaterThan(0)
    await cloud.down([], { remove: true })
    expect(await site.processes.leftovers()).toEqual([])
    for (const port of ports) expect({ port, open: await listens({ port }) }).toEqual({ port, open: false })
    await expect(readdir(cloud.state.root)).rejects.toThrow('ENOENT')
  }, 120_000)
})
