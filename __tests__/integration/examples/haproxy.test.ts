import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { haproxyPath } from '../../rig/haproxy.js'
import { examples, freePorts, RegionOne } from './region-one.js'

const haproxy = haproxyPath()
const withHaproxy = haproxy === undefined ? describe.skip : describe
const config = join(examples, 'region-one/haproxy/haproxy.cfg')

test('haproxy.cfg checks health with httpchk, which the http-check rules need', () => {
  const text = readFileSync(config, 'utf8')
  expect(text.indexOf('option httpchk')).toBeGreaterThan(0)
  expect(text.indexOf('option httpchk')).toBeLessThan(text.indexOf('http-check send'))
})

withHaproxy(`haproxy.cfg${haproxy === undefined ? ' (skipped: haproxy is not installed)' : ''}`, () => {
  test('is valid without a warning', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'haproxy-'))
    try {
      const map = join(folder, 'changeover.map')
      await copyFile(join(examples, 'region-one/haproxy/changeover.map'), map)
      // -dW: a warning is an error
      execFileSync(haproxy ?? '', ['-c', '-dW', '-f', config], {
        env: { REGION_ONE_MAP_FILE: map, REGION_ONE_HAPROXY_SOCKET: join(folder, 'admin.sock') },
        stdio: 'pipe',
      })
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

withHaproxy('the lab', () => {
  let cloud: RegionOne
  let ports: Record<string, string>
  beforeEach(async () => {
    ports = await freePorts(
      'REGION_ONE_KEYSTONE_PORT',
      'REGION_ONE_GLANCE_PORT',
      'REGION_ONE_BLUE_KEYSTONE_PORT',
      'REGION_ONE_BLUE_GLANCE_PORT',
      'REGION_ONE_GREEN_KEYSTONE_PORT',
      'REGION_ONE_GREEN_GLANCE_PORT',
    )
    cloud = await RegionOne.copy('lab', { ...ports, HAPROXY: haproxy ?? '' })
  })
  afterEach(() => cloud.remove())

  test('runs production’s configuration in front of the stand-ins, and ends', async () => {
    const exports = await cloud.must('./lab/up.sh')
    expect(exports).toContain(`export REGION_ONE_MAP_FILE=${cloud.runDir}/lab/haproxy/changeover.map`)
    expect(await cloud.must('./lab/up.sh')).toBe(exports)

    const live = `http://127.0.0.1:${ports.REGION_ONE_KEYSTONE_PORT}/v3`
    expect((await fetch(live)).status).toBe(503)
    await cloud.must('./stand-ins/start.sh keystone', {
      KEYSTONE_PORT: ports.REGION_ONE_BLUE_KEYSTONE_PORT ?? '',
      CHANGEOVER_COLOR: 'blue',
      CHANGEOVER_RELEASE: '1.0',
    })
    const answer = await untilUp(live)
    expect(answer.headers.get('x-color')).toBe('blue')

    await cloud.must('./lab/down.sh')
    await expect(fetch(live)).rejects.toThrow()
  })
})

async function untilUp(url: string): Promise<Response> {
  const deadline = performance.now() + 5_000
  for (;;) {
    const answer = await fetch(url)
    if (answer.status === 200 || performance.now() > deadline) return answer
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
