// What an operator waits for: a rollback, from the start of its process until all traffic is back, and the part of a deploy
// that is not the user's commands. With the built command line, a bare Git remote on disk and three real HAProxy nodes.
import { execFileSync, fork, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { fullOr, NODE, print } from './figures.mjs'

const CLI = resolve('dist/cli.js')
const NODES = 3
const ROUNDS = fullOr(10, 1)
const ASK_EVERY_MS = 2

const folder = await mkdtemp(join(tmpdir(), 'changeover-bench-'))
const repository = join(folder, 'repository')
const env = {
  PATH: process.env.PATH,
  HOME: folder,
  LC_ALL: 'C.UTF-8',
  CHANGEOVER_STATE_DIR: join(folder, 'state'),
  GIT_CONFIG_NOSYSTEM: '1',
}
const colors = {}
const nodes = []
try {
  const { startHaproxy, freePort, haproxyPath, haproxySocket } = await bundled()
  if (haproxyPath() === undefined) console.log('HAProxy is not installed: nothing to measure.')
  else {
    for (const color of ['blue', 'green']) colors[color] = await startColor(color)
    for (let index = 0; index < NODES; index++) nodes.push(await startNode(startHaproxy, freePort, index))
    await makeRepository()
    const archives = await Promise.all([release('1.0.0'), release('2.0.0')])
    await rollbacks(archives, haproxySocket)
    await deploys()
  }
} finally {
  for (const { haproxy } of nodes) await haproxy.stop()
  for (const { server } of Object.values(colors)) server.kill()
  await rm(folder, { recursive: true })
}

/** The test rig, bundled from the source. */
async function bundled() {
  const outfile = join(folder, 'source.mjs')
  const contents = `
    export { haproxySocket } from './src/drivers/routers/haproxy/socket.js'
    export { haproxyPath, startHaproxy } from './__tests__/rig/haproxy.js'
    export { freePort } from './__tests__/rig/ports.js'`
  const stdin = { contents, resolveDir: process.cwd(), loader: 'ts' }
  await build({ stdin, outfile, bundle: true, format: 'esm', platform: 'node' })
  return import(pathToFileURL(outfile).href)
}

async function startColor(name) {
  const server = fork('bench/color-server.mjs', [name], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  const port = Number(await new Promise((resolve) => server.stdout.once('data', resolve)))
  return { server, port }
}

async function startNode(startHaproxy, freePort, index) {
  const dir = join(folder, `node-${index}`)
  await mkdir(dir)
  const [mapFile, socket, port] = [join(dir, 'changeover.map'), join(dir, 'admin.sock'), await freePort()]
  await writeFile(mapFile, 'api api_blue\n')
  const backend = (color) =>
    `backend api_${color}\n  server ${color} 127.0.0.1:${colors[color].port} check inter 200ms`
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
frontend api
  bind 127.0.0.1:${port}
  use_backend %[str(api),map(${mapFile})]
  default_backend api_blue
${backend('blue')}
${backend('green')}
`
  return { haproxy: await startHaproxy({ config, dir }), mapFile, socket, port }
}

async function makeRepository() {
  await mkdir(repository)
  const remote = join(folder, 'remote.git')
  git('init', '--quiet', '--bare', remote)
  git('init', '--quiet', repository)
  const production = {
    strategy: 'blue_green',
    colors: {
      blue: { env: { PORT: String(colors.blue.port) } },
      green: { env: { PORT: String(colors.green.port) } },
    },
    expand: { run: 'true' },
    deploy: { run: 'true' },
    verify: [{ name: 'answers', http: { url: 'http://127.0.0.1:$' + '{PORT}/' } }],
    router: {
      haproxy: {
        nodes: nodes.map(({ socket, mapFile }) => ({ socket: `unix://${socket}`, map_file: mapFile })),
        map: { api: 'api_{color}' },
      },
    },
    monitor: { url: `http://127.0.0.1:${nodes[0].port}/` },
    bake: { for: '1s' },
  }
  const manifest = { version: 1, name: 'bench', environments: { production } }
  await writeFile(join(repository, 'changeover.yml'), JSON.stringify(manifest))
  git('-C', repository, 'remote', 'add', 'origin', remote)
  git('-C', repository, 'add', '.')
  git(
    '-C',
    repository,
    '-c',
    'user.name=b',
    '-c',
    'user.email=b@localhost',
    'commit',
    '--quiet',
    '-m',
    'first',
  )
}

function git(...args) {
  execFileSync('git', args, { env, stdio: 'pipe' })
}

async function release(version) {
  const output = join(folder, version)
  const { result } = await changeover('package', '--version', version, '--output', output)
  return result.path
}

/** Run the built command line. @returns its result, its start, and its duration in ms */
async function changeover(command, ...args) {
  const started = performance.now()
  const child = spawn(NODE, [CLI, command, ...args, '--format', 'json'], { cwd: repository, env })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text
  })
  const status = await new Promise((resolve) => child.on('close', resolve))
  if (status !== 0) throw new Error(`changeover ${command}: exit status ${status}\n${out}\n${err}`)
  return { result: JSON.parse(out), started, took: performance.now() - started }
}

/** Send requests to every node. @returns a function that stops, and returns the start of the last answer of another color */
function asking(color) {
  const agent = new Agent({ keepAlive: false })
  let last = 0
  let failed = 0
  const underWay = new Set()
  const ask = (port) => {
    const began = performance.now()
    const request = new Promise((resolve) => {
      get({ host: '127.0.0.1', port, agent }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () => {
          if (text !== color) last = Math.max(last, began)
          resolve()
        })
      }).on('error', () => {
        failed++
        resolve()
      })
    })
    underWay.add(request)
    request.finally(() => underWay.delete(request))
  }
  const timer = setInterval(() => {
    for (const { port } of nodes) ask(port)
  }, ASK_EVERY_MS)
  return async () => {
    clearInterval(timer)
    await Promise.all(underWay)
    return { last, failed }
  }
}

async function rollbacks(archives, haproxySocket) {
  const place = ['--environment', 'production']
  const on = {}
  for (const archive of archives) {
    const { result } = await changeover('deploy', ...place, '--release', archive)
    on[result.live.release.version] = result.live.color
  }
  const [moved, whole, shifts, failures] = [[], [], [], []]
  for (let round = 0; round < ROUNDS; round++) {
    const to = round % 2 === 0 ? '1.0.0' : '2.0.0'
    const stop = asking(on[to])
    const { started, took, result } = await changeover('rollback', ...place, '--to', to)
    const { last, failed } = await stop()
    moved.push(last - started)
    whole.push(took)
    shifts.push(result.shift_ms)
    failures.push(failed)
  }
  const rows = [
    row('changeover rollback: traffic is back on all nodes', moved),
    row('  of which the shift itself', shifts),
    row('  until the process has ended (watches for 2 s)', whole),
    row('map file and reload, node by node', await byReload(colorsFrom(on['2.0.0']))),
    row('set map by hand, node by node', await byHand(haproxySocket, colorsFrom(on['2.0.0']))),
  ]
  print(
    `Back to the old color on ${NODES} HAProxy nodes; from process start to the last answer of the other color; ${failures.reduce((a, b) => a + b, 0)} requests failed`,
    ['way', 'fastest ms', 'median ms', 'slowest ms'],
    rows,
  )
}

/** A color for each round. The last one is the color that had the traffic before the first round. */
function colorsFrom(color) {
  const other = color === 'blue' ? 'green' : 'blue'
  return Array.from({ length: ROUNDS }, (_, round) => (round % 2 === 0 ? other : color))
}

/** Like configuration management: a new map file and a new worker. It checks nothing and records nothing. */
async function byReload(colors) {
  const times = []
  for (const color of colors) {
    const stop = asking(color)
    const started = performance.now()
    for (const { haproxy, mapFile } of nodes) {
      await writeFile(mapFile, (await readFile(mapFile, 'utf8')).replace(/_(blue|green)$/gm, `_${color}`))
      await haproxy.reload()
    }
    times.push(Math.max(0, (await stop()).last - started))
  }
  return times
}

/** One command to the socket of each node. It checks nothing, records nothing, and is lost at a reload. */
async function byHand(haproxySocket, colors) {
  const times = []
  for (const color of colors) {
    const stop = asking(color)
    const started = performance.now()
    for (const { socket, mapFile } of nodes)
      await haproxySocket(socket, 5_000).ask(`set map ${mapFile} api api_${color}`)
    times.push(Math.max(0, (await stop()).last - started))
  }
  return times
}

/** Deploys with commands that do nothing: the time is Changeover's own. */
async function deploys() {
  const [whole, own] = [[], []]
  const phases = new Map()
  for (let round = 0; round < ROUNDS; round++) {
    const archive = await release(`3.${round}.0`)
    const { took, result } = await changeover('deploy', '--environment', 'production', '--release', archive)
    const bake = spent(result.phases.find(({ phase }) => phase === 'bake'))
    whole.push(took)
    own.push(took - bake)
    for (const run of result.phases.filter(({ state }) => state !== 'skipped')) {
      phases.set(run.phase, [...(phases.get(run.phase) ?? []), spent(run)])
    }
  }
  print(
    'A deploy with empty commands: what the suite itself takes',
    ['part', 'fastest ms', 'median ms', 'slowest ms'],
    [
      row('whole process', whole),
      row('without the bake of 1 s', own),
      ...[...phases].map(([phase, times]) => row(`  ${phase}`, times)),
    ],
  )
}

function spent({ started_at, ended_at }) {
  return Date.parse(ended_at) - Date.parse(started_at)
}

function row(name, times) {
  const sorted = [...times].sort((a, b) => a - b)
  const shown = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)]
  return [
    name,
    ...shown.map((ms) => (ms < ASK_EVERY_MS ? `< ${ASK_EVERY_MS}` : ms.toFixed(ms < 100 ? 1 : 0))),
  ]
}
