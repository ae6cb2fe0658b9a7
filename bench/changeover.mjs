// How long a shift of 1, 3 and 10 HAProxy nodes takes, compared with a reload and with setting servers by hand. And how many
// requests of an open-loop client fail during twenty shifts.
import { fork } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { fullOr, print } from './figures.mjs'

const NODES = fullOr([1, 3, 10], [1, 3])
const SERVICES = 8
const ROUNDS = fullOr(10, 1)
const SWITCHES = fullOr(20, 2)
const RATE = 1_000
const EVERY_MS = 1_050

const folder = await mkdtemp(join(tmpdir(), 'changeover-bench-'))
const targets = []
const nodes = []
try {
  const source = await bundled()
  if (source.haproxyPath() === undefined) {
    console.log('HAProxy is not installed: nothing to measure.')
  } else {
    for (const _color of ['blue', 'green']) targets.push(await startTarget())
    for (let index = 0; index < Math.max(...NODES); index++) nodes.push(await startNode(source, index))
    await costs(source)
    await unnoticed(source)
  }
} finally {
  for (const { haproxy } of nodes) await haproxy.stop()
  for (const { server } of targets) server.kill()
  await rm(folder, { recursive: true })
}

/** The drivers and the test rig, bundled from the source. */
async function bundled() {
  const outfile = join(folder, 'source.mjs')
  const contents = `
    export { haproxyRouter } from './src/drivers/routers/haproxy/router.js'
    export { haproxySocket } from './src/drivers/routers/haproxy/socket.js'
    export { startMonitor } from './src/deploy/monitor/monitor.js'
    export { askHttp } from './src/platform/http.js'
    export { haproxyPath, startHaproxy } from './__tests__/rig/haproxy.js'
    export { freePort } from './__tests__/rig/ports.js'`
  await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    banner: {
      js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)",
    },
  })
  return import(pathToFileURL(outfile).href)
}

async function startTarget() {
  const server = fork('bench/stalling-server.mjs', { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  const port = Number(await new Promise((resolve) => server.stdout.once('data', resolve)))
  return { server, port }
}

/** A node that routes to the services twice: with a map, and with servers of both colors. */
async function startNode({ startHaproxy, freePort }, index) {
  const dir = join(folder, `node-${index}`)
  await mkdir(dir)
  const [mapFile, socket] = [join(dir, 'changeover.map'), join(dir, 'admin.sock')]
  const [byMap, byServers] = [await freePort(), await freePort()]
  const names = Array.from({ length: SERVICES }, (_, each) => `service${each}`)
  await writeFile(mapFile, names.map((name) => `${name} ${name}_blue\n`).join(''))
  const server = (color, more) =>
    `server ${color} 127.0.0.1:${targets[color === 'blue' ? 0 : 1].port} check inter 1s ${more}`
  const services = names.flatMap((name) => [
    `backend ${name}_blue\n  ${server('blue', '')}`,
    `backend ${name}_green\n  ${server('green', '')}`,
    `backend ${name}\n  ${server('blue', '')}\n  ${server('green', 'disabled')}`,
  ])
  const config = `
global
  maxconn 4000
  hard-stop-after 5s
  stats socket ${socket} mode 600 level admin expose-fd listeners
defaults
  mode http
  timeout connect 5s
  timeout client 10s
  timeout server 10s
  timeout check 5s
  option httpchk GET /
frontend by_map
  bind 127.0.0.1:${byMap}
  use_backend %[str(service0),map(${mapFile})]
  default_backend service0_blue
frontend by_servers
  bind 127.0.0.1:${byServers}
  default_backend service0
${services.join('\n')}
`
  const haproxy = await startHaproxy({ config, dir })
  return { haproxy, socket, mapFile, byMap, byServers, names }
}

async function costs(source) {
  const rows = []
  for (const count of NODES) {
    const some = nodes.slice(0, count)
    const ways = { map: byMap, servers: byServers, 'servers, by hand': byHand, reload }
    for (const [name, way] of Object.entries(ways)) {
      const times = []
      const shiftTo = way(source, some)
      await shiftTo('green')
      await shiftTo('blue')
      for (let round = 0; round < ROUNDS; round++) {
        const started = performance.now()
        await shiftTo(round % 2 === 0 ? 'green' : 'blue')
        times.push(performance.now() - started)
      }
      times.sort((a, b) => a - b)
      rows.push([
        String(count),
        name,
        ...[times[0], times[Math.floor(ROUNDS / 2)], times.at(-1)].map((ms) => ms.toFixed(1)),
      ])
    }
  }
  print(
    `A shift of ${SERVICES} services, checked before and read back after; by hand and reload: without that, node by node`,
    ['nodes', 'way', 'fastest ms', 'median ms', 'slowest ms'],
    rows,
  )
}

function byMap({ haproxyRouter }, some) {
  const list = some.map(({ socket, mapFile }) => ({ socket, map_file: mapFile }))
  const map = Object.fromEntries(some[0].names.map((name) => [name, `${name}_{color}`]))
  const router = haproxyRouter({ nodes: list, map })
  return (color) => router.shiftTo(color)
}

function byServers({ haproxyRouter }, some) {
  const servers = Object.fromEntries(some[0].names.map((name) => [name, '{color}']))
  const router = haproxyRouter({ nodes: some.map(({ socket }) => ({ socket })), servers, standby: 'drain' })
  return (color) => router.shiftTo(color)
}

/** Like a script around socat: a connection for each command. */
function byHand({ haproxySocket }, some) {
  return async (color) => {
    for (const { socket, names } of some) {
      const { ask } = haproxySocket(socket, 5_000)
      const other = color === 'blue' ? 'green' : 'blue'
      for (const name of names) await ask(`set server ${name}/${color} state ready`)
      for (const name of names) await ask(`set server ${name}/${other} state drain`)
    }
  }
}

/** Like configuration management: a new map file and a new worker. */
function reload(_source, some) {
  return async (color) => {
    for (const { haproxy, mapFile } of some) {
      const text = await readFile(mapFile, 'utf8')
      await writeFile(mapFile, text.replace(/_(blue|green)$/gm, `_${color}`))
      await haproxy.reload()
    }
  }
}

async function unnoticed(source) {
  const rows = []
  const some = nodes.slice(0, 3)
  for (const [name, way, port] of [
    ['map', byMap, nodes[0].byMap],
    ['servers', byServers, nodes[0].byServers],
  ]) {
    const shiftTo = way(source, some)
    await shiftTo('blue')
    const monitor = source.startMonitor({
      endpoints: [{ name, url: `http://127.0.0.1:${port}/`, status: undefined }],
      rate: RATE,
      timeoutMs: 5_000,
    })
    for (let round = 0; round < SWITCHES; round++) {
      await sleep(EVERY_MS)
      await shiftTo(round % 2 === 0 ? 'green' : 'blue')
    }
    await sleep(EVERY_MS)
    const { sent, failed, slowest_ms } = await monitor.stop()
    rows.push([name, String(SWITCHES), String(sent), String(failed), String(slowest_ms)])
    if (failed > 0) process.exitCode = 1
  }
  print(
    `Open-loop requests at ${RATE} a second, a connection for each, while 3 nodes are shifted`,
    ['way', 'shifts', 'sent', 'failed', 'slowest ms'],
    rows,
  )
}
