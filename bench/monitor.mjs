// How many late answers a client sees when a service stalls for a second: the monitor, which sends requests on schedule, and
// clients that wait for each answer, like a loop around curl. And whether the monitor keeps its rate, and its CPU time.
import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { fullOr, print } from './figures.mjs'

const RATE = 50
const LATE_MS = 250
const BEFORE_MS = 1_500
const ALL_MS = 4_500
const RATES = fullOr([50, 200, 500], [50])
const RATE_MS = fullOr(5_000, 1_000)

const folder = await mkdtemp(join(tmpdir(), 'changeover-bench-'))
const server = fork('bench/stalling-server.mjs', { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
try {
  const port = Number(await new Promise((resolve) => server.stdout.once('data', resolve)))
  const url = `http://127.0.0.1:${port}/`
  const { startMonitor, askHttp } = await source()
  await stalls(url, startMonitor, askHttp)
  await rates(url, startMonitor)
} finally {
  server.kill()
  await rm(folder, { recursive: true })
}

/** The monitor and its HTTP client, bundled from the source. */
async function source() {
  const outfile = join(folder, 'monitor.mjs')
  const contents =
    "export { startMonitor } from './src/deploy/monitor/monitor.js'\nexport { askHttp } from './src/platform/http.js'"
  await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
  })
  return import(pathToFileURL(outfile).href)
}

async function stalls(url, startMonitor, askHttp) {
  const rows = []
  const open = startMonitor({ endpoints: [{ name: 'live', url }], rate: RATE, timeoutMs: LATE_MS })
  await stallInBetween(url, askHttp)
  const seen = await open.stop()
  rows.push([
    'monitor',
    String(RATE),
    String(seen.sent),
    String(seen.failed),
    share(seen.failed, seen.sent),
    String(seen.outage_ms),
  ])
  for (const connections of [10, 1]) {
    const closed = closedLoop(url, connections, askHttp)
    await stallInBetween(url, askHttp)
    const { sent, late, outage } = await closed.stop()
    const name = `waits, ${connections} ${connections === 1 ? 'client' : 'clients'}`
    rows.push([name, String(RATE), String(sent), String(late), share(late, sent), String(outage)])
  }
  const due = Math.round((RATE * (1_000 - LATE_MS)) / 1_000)
  print(
    `A service that stalls for 1 s, asked ${RATE} times a second: ${due} answers are later than ${LATE_MS} ms`,
    ['client', 'rate', 'sent', 'late or failed', 'share', 'outage ms'],
    rows,
  )
}

async function stallInBetween(url, askHttp) {
  await sleep(BEFORE_MS)
  await askHttp({ url: `${url}stall`, timeoutMs: 5_000 })
  await sleep(ALL_MS - BEFORE_MS)
}

/** Clients that wait for each answer. Together they send RATE requests a second if answers come at once. */
function closedLoop(url, connections, askHttp) {
  const seen = { sent: 0, late: 0, first: 0, last: 0 }
  let going = true
  const client = async () => {
    while (going) {
      const started = performance.now()
      seen.sent++
      await askHttp({ url, timeoutMs: 5_000 })
      const ended = performance.now()
      if (ended - started > LATE_MS) {
        seen.first ||= started
        seen.last = ended
        seen.late++
      }
      await sleep(Math.max(0, (connections * 1_000) / RATE - (ended - started)))
    }
  }
  const clients = Array.from({ length: connections }, async (_, index) => {
    await sleep((index * 1_000) / RATE)
    await client()
  })
  return {
    async stop() {
      going = false
      await Promise.all(clients)
      return { ...seen, outage: Math.round(seen.last - seen.first) }
    },
  }
}

async function rates(url, startMonitor) {
  const rows = []
  for (const rate of RATES) {
    const cpu = process.cpuUsage()
    const started = performance.now()
    const monitor = startMonitor({ endpoints: [{ name: 'live', url }], rate, timeoutMs: 5_000 })
    await sleep(RATE_MS)
    const seconds = (performance.now() - started) / 1_000
    const { sent, failed, slowest_ms } = await monitor.stop()
    const { user, system } = process.cpuUsage(cpu)
    rows.push([
      String(rate),
      (sent / seconds).toFixed(1),
      String(failed),
      String(slowest_ms),
      `${((user + system) / 10_000 / seconds).toFixed(0)} %`,
    ])
  }
  print(
    `The monitor at its rate, ${RATE_MS / 1_000} s each, a connection for each request`,
    ['asked for, per s', 'sent, per s', 'failed', 'slowest ms', 'CPU of one core'],
    rows,
  )
}

function share(part, whole) {
  return `${((100 * part) / whole).toFixed(1)} %`
}
