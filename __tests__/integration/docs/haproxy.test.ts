import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import type { HaproxySettings } from '../../../generated/manifest.js'
import { haproxyRouter } from '../../../src/drivers/routers/haproxy/router.js'
import { askHttp } from '../../../src/platform/http.js'
import { haproxyPath, type RunningHaproxy, startHaproxy } from '../../rig/haproxy.js'
import { freePort } from '../../rig/ports.js'
import { temporaryFolders } from '../../support/temp.js'
import { startTextServer } from '../drivers/routers/traffic.js'

const newFolder = temporaryFolders()
const page = await readFile('docs/haproxy.md', 'utf8')
const haproxy = haproxyPath()
const describeWithHaproxy = haproxy === undefined ? describe.skip : describe
const skipped = haproxy === undefined ? ' (skipped: haproxy is not installed)' : ''

function block(language: string): string {
  return new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(page)?.[1] ?? ''
}

describeWithHaproxy(`docs/haproxy.md${skipped}`, () => {
  let folder: string
  let config: string
  let settings: HaproxySettings
  let port: number
  const servers: { stop(): Promise<void> }[] = []
  let running: RunningHaproxy | undefined

  beforeEach(async () => {
    folder = await newFolder()
    port = await freePort()
    const local = (text: string) =>
      text
        .replaceAll('/etc/haproxy/changeover.map', join(folder, 'changeover.map'))
        .replaceAll('/run/haproxy/admin.sock', join(folder, 'admin.sock'))
    config = local(block('haproxy')).replace('192.0.2.9:5000', `127.0.0.1:${port}`)
    for (const color of ['blue', 'green']) {
      const target = await freePort()
      servers.push(await startTextServer(color, target))
      const shown = color === 'blue' ? '15000' : '25000'
      config = config.replaceAll(new RegExp(`192\\.0\\.2\\.\\d+:${shown}`, 'g'), `127.0.0.1:${target}`)
    }
    const { router } = load(local(block('yaml'))) as { router: { haproxy: HaproxySettings } }
    settings = router.haproxy
    await writeFile(join(folder, 'changeover.map'), block('text'))
  })
  afterEach(async () => {
    await running?.stop()
    running = undefined
    for (const server of servers.splice(0)) await server.stop()
  })

  test('shows a configuration that HAProxy takes without a warning', async () => {
    const file = join(folder, 'haproxy.cfg')
    await writeFile(file, config)
    // -dW: a warning is an error
    await promisify(execFile)(haproxy ?? '', ['-c', '-dW', '-f', file])
  })

  test('shows settings with which traffic is shifted, also after a reload', async () => {
    running = await startHaproxy({ config, dir: folder })
    const router = haproxyRouter(settings)
    expect(await router.current()).toBe('blue')
    await router.shiftTo('green')
    expect(await served(port)).toBe('green')
    await running.reload()
    expect(await router.current()).toBe('green')
    expect(await served(port)).toBe('green')
  })

  test('an empty map sends traffic to the default backend, and to no color as far as is known', async () => {
    await writeFile(join(folder, 'changeover.map'), '')
    running = await startHaproxy({ config, dir: folder })
    expect(await haproxyRouter(settings).current()).toBe('none')
    expect(await served(port)).toBe('blue')
  })

  test('an open connection follows a shift, and is closed at a reload when it is idle', async () => {
    running = await startHaproxy({ config, dir: folder })
    const router = haproxyRouter(settings)
    const client = await openConnection(port)
    try {
      expect(await client.ask()).toMatch(/blue$/)
      await router.shiftTo('green')
      expect(await client.ask()).toMatch(/green$/)
      await running.reload()
      await client.closed
    } finally {
      client.close()
    }
  })
})

/** One connection over which one request is sent after the other. */
async function openConnection(port: number) {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return {
    closed: once(socket, 'close'),
    close: () => socket.destroy(),
    ask: async () => {
      socket.write('GET / HTTP/1.1\r\nHost: keystone\r\n\r\n')
      const [data] = (await once(socket, 'data')) as [Buffer]
      return data.toString('latin1')
    },
  }
}

/** Which color answers a user who comes anew. */
async function served(port: number): Promise<string> {
  return (await askHttp({ url: `http://127.0.0.1:${port}/`, timeoutMs: 30_000 })).body
}
