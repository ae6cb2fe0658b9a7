import { spawn } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { isAlive } from '../../../src/platform/process-tree.js'
import { freePorts, RegionOne } from './region-one.js'

let cloud: RegionOne
let blue: Record<string, string>
let green: Record<string, string>

beforeEach(async () => {
  cloud = await RegionOne.copy('laptop')
  const ports = await freePorts('BLUE', 'GREEN')
  blue = { CHANGEOVER_COLOR: 'blue', CHANGEOVER_RELEASE: '1.0', KEYSTONE_PORT: ports.BLUE ?? '' }
  green = { CHANGEOVER_COLOR: 'green', CHANGEOVER_RELEASE: '1.1', KEYSTONE_PORT: ports.GREEN ?? '' }
})

afterEach(() => cloud.remove())

const start = './stand-ins/start.sh keystone'

function keystone(color: Record<string, string>): string {
  return `http://127.0.0.1:${color.KEYSTONE_PORT}/v3`
}

async function pidOf(color: string): Promise<number> {
  return Number(await readFile(join(cloud.runDir, 'laptop', color, 'keystone', 'pid'), 'utf8'))
}

function login(password: string): RequestInit {
  const user = { name: 'demo', domain: { name: 'Default' }, password }
  const auth = { identity: { methods: ['password'], password: { user } } }
  return { method: 'POST', body: JSON.stringify({ auth }) }
}

async function issue(color: Record<string, string>): Promise<string> {
  const answer = await fetch(`${keystone(color)}/auth/tokens`, login('stand-in'))
  expect(answer.status).toBe(201)
  return answer.headers.get('x-subject-token') ?? ''
}

async function validate(color: Record<string, string>, token: string): Promise<number> {
  const headers = { 'x-auth-token': token, 'x-subject-token': token }
  return (await fetch(`${keystone(color)}/auth/tokens`, { headers })).status
}

describe('a stand-in', () => {
  test('says which release and color it is', async () => {
    await cloud.must(start, blue)
    const answer = await fetch(keystone(blue))
    expect(answer.headers.get('x-release')).toBe('1.0')
    expect(answer.headers.get('x-color')).toBe('blue')
    expect(await answer.json()).toMatchObject({ version: { id: 'v3.14', release: '1.0', color: 'blue' } })
  })

  test('accepts the tokens of the other color, and no others', async () => {
    await cloud.must(start, blue)
    await cloud.must(start, green)
    const token = await issue(blue)
    expect(await validate(green, token)).toBe(200)
    const flipped = token.startsWith('e') ? `f${token.slice(1)}` : `e${token.slice(1)}`
    expect(await validate(green, flipped)).toBe(401)
    expect(await validate(green, 'no-token')).toBe(401)
    expect((await fetch(`${keystone(blue)}/auth/tokens`, login('wrong'))).status).toBe(401)
  })

  test('answers requests that make no sense', async () => {
    await cloud.must(start, blue)
    const tokens = `${keystone(blue)}/auth/tokens`
    expect((await fetch(tokens, { method: 'POST', body: '{' })).status).toBe(400)
    expect((await fetch(tokens, { method: 'POST', body: 'null' })).status).toBe(401)
    expect((await fetch(tokens, { method: 'POST', body: 'x'.repeat(70_000) })).status).toBe(413)
    expect((await fetch(`${keystone(blue)}/constructor`)).status).toBe(404)
  })

  test('finishes a request in flight when it is told to end', async () => {
    await cloud.must(start, blue)
    const pid = await pidOf('blue')
    const { body, method } = login('stand-in')
    const text = String(body)
    const answer = new Promise<number | undefined>((resolve, reject) => {
      const call = request(`${keystone(blue)}/auth/tokens`, { method, agent: false }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode))
      })
      call.once('error', reject)
      call.setHeader('content-length', text.length)
      call.write(text.slice(0, 10), () => {
        // the first half is on its way: end the service, and send the rest when it does not listen any more
        setTimeout(() => process.kill(pid, 'SIGTERM'), 100)
        setTimeout(() => call.end(text.slice(10)), 400)
      })
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    await expect(fetch(keystone(blue))).rejects.toThrow()
    expect(await answer).toBe(201)
    await expectEnd(pid)
  })
})

describe('start.sh', () => {
  test('replaces what runs there', async () => {
    await cloud.must(start, blue)
    const before = await pidOf('blue')
    await cloud.must(start, { ...blue, CHANGEOVER_RELEASE: '2.0' })
    expect((await fetch(keystone(blue))).headers.get('x-release')).toBe('2.0')
    await expectEnd(before)
  })

  test('starts what lives on without the release folder', async () => {
    await cloud.must(start, blue)
    await rm(cloud.release, { recursive: true })
    expect((await fetch(keystone(blue))).status).toBe(200)
  })

  test('names the port that is taken', async () => {
    const other = createServer().listen(Number(blue.KEYSTONE_PORT), '127.0.0.1')
    try {
      const { status, output } = await cloud.run(start, blue)
      expect(status).toBe(1)
      expect(output).toContain('EADDRINUSE')
      expect(output).toContain(`error: keystone did not start on 127.0.0.1:${blue.KEYSTONE_PORT}`)
    } finally {
      other.close()
    }
  })

  test('refuses an unknown service', async () => {
    const { status, output } = await cloud.run('./stand-ins/start.sh nova', { ...blue, NOVA_PORT: '1' })
    expect(status).toBe(1)
    expect(output).toContain('Unknown service: nova')
  })
})

describe('stop.sh', () => {
  test('ends one color and leaves the other', async () => {
    await cloud.must(start, blue)
    await cloud.must(start, green)
    await cloud.must('./stand-ins/stop.sh blue', { CHANGEOVER_LIVE_COLOR: 'green' })
    await expect(fetch(keystone(blue))).rejects.toThrow()
    expect((await fetch(keystone(green))).status).toBe(200)
    await cloud.must('./stand-ins/stop.sh blue')
  })

  test('refuses to end the live color', async () => {
    await cloud.must(start, blue)
    const { status, output } = await cloud.run('./stand-ins/stop.sh blue', { CHANGEOVER_LIVE_COLOR: 'blue' })
    expect(status).toBe(1)
    expect(output).toContain('blue is live')
    expect((await fetch(keystone(blue))).status).toBe(200)
  })

  test('leaves a process alone that is not its own', async () => {
    const stranger = spawn('sleep', ['60'])
    try {
      const folder = join(cloud.runDir, 'laptop', 'blue', 'keystone')
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, 'pid'), `${stranger.pid}\n`)
      await cloud.must('./stand-ins/stop.sh blue')
      expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
      expect(isAlive(stranger.pid ?? 0)).toBe(true)
    } finally {
      stranger.kill()
    }
  })
})

test('schema changes are recorded once for each release', async () => {
  const release = { CHANGEOVER_RELEASE: '1.0' }
  await cloud.must('./stand-ins/schema.sh expand', release)
  const key = await readFile(join(cloud.runDir, 'laptop', 'token.key'))
  expect(await cloud.must('./stand-ins/schema.sh expand', release)).toContain('was done before')
  await cloud.must('./stand-ins/schema.sh contract', release)
  const record = await readFile(join(cloud.runDir, 'laptop', 'schema.log'), 'utf8')
  expect(record).toBe('expand 1.0\ncontract 1.0\n')
  expect(await readFile(join(cloud.runDir, 'laptop', 'token.key'))).toEqual(key)
  expect(key).toHaveLength(32)
})

/** A process that has no parent left may stay a zombie where nobody reaps: it is as good as gone. */
async function expectEnd(pid: number): Promise<void> {
  const deadline = performance.now() + 5_000
  while (isAlive(pid) && !(await isZombie(pid))) {
    if (performance.now() > deadline) throw new Error(`process ${pid} still runs`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function isZombie(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')
}
