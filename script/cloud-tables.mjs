// Prints the figures of the tests against a real cloud as tables.
import { readFile } from 'node:fs/promises'
import Table from 'cli-table3'

/** Print the figures of a file that has one JSON document per line. Tables without figures are left out. */
export async function printCloudTables(file) {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').filter(Boolean)
  const figures = lines.map((line) => JSON.parse(line))
  const services = figures.filter(({ kind }) => kind === 'service')
  if (services.length > 0) {
    const total = services.reduce((sum, { memory_bytes }) => sum + memory_bytes, 0)
    print(
      ['service', 'ready after', 'memory (PSS)'],
      [
        ...services.map(({ name, ready_ms, memory_bytes }) => [
          name,
          seconds(ready_ms),
          mebibytes(memory_bytes),
        ]),
        ['all together', '', mebibytes(total)],
      ],
    )
  }
  const requests = figures.filter(({ kind }) => kind === 'requests')
  if (requests.length > 0) {
    print(
      ['50 requests a second', 'outcome', 'requests', 'failed', 'from first to last failure'],
      requests.map(({ scenario, outcome, sent, failed, outage_ms }) => [
        scenario,
        outcome,
        sent,
        failed,
        failed === 0 ? '' : seconds(outage_ms),
      ]),
    )
  }
}

function print(head, rows) {
  const chars = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' }
  const table = new Table({ head, chars, style: { head: [], border: [] } })
  table.push(...rows)
  console.log(`\n${table}`)
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}

function mebibytes(bytes) {
  return `${Math.round(bytes / 1024 / 1024)} MiB`
}
