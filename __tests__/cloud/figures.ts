import { appendFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MonitorReport } from '../../src/deploy/monitor/report.js'
import type { ProcessStatus } from './status.js'

/** What the scenarios measured, one JSON document a line; ./script/test cloud makes a table of it. */
const FILE = join(dirname(fileURLToPath(import.meta.url)), '../../reports/cloud.jsonl')

/** Keep what a monitor saw in a scenario, for the table. */
export async function keepRequests(scenario: string, outcome: string, ...seen: MonitorReport[]) {
  const sum = (value: (report: MonitorReport) => number) =>
    seen.reduce((total, report) => total + value(report), 0)
  await keep({
    kind: 'requests',
    scenario,
    outcome,
    sent: sum(({ sent }) => sent),
    failed: sum(({ failed }) => failed),
    outage_ms: Math.max(...seen.map(({ outage_ms }) => outage_ms)),
  })
}

/** Keep what services took to start and what memory they use, for the table. */
export async function keepServices(processes: readonly ProcessStatus[]) {
  for (const { name, ready_ms, memory_bytes } of processes)
    await keep({ kind: 'service', name, ready_ms, memory_bytes })
}

async function keep(figure: Record<string, unknown>): Promise<void> {
  await mkdir(dirname(FILE), { recursive: true })
  await appendFile(FILE, `${JSON.stringify(figure)}\n`)
}
