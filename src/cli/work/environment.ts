import { historyOf } from '../../deploy/ledger/history.js'
import { ledgerPorts } from '../../deploy/operations/start.js'
import { knownRouter, liveProbes, routerTruth, statusOf } from '../../deploy/operations/status.js'
import { localRouterOf } from '../../deploy/operations/wire.js'
import { findDrift } from '../../drift/drift.js'
import type { Color } from '../../drivers/color.js'
import { environmentOf, loadManifest } from '../../manifest/load.js'
import { UserError } from '../../platform/errors.js'
import { silentLog } from '../../platform/log.js'
import { historyText, timelineText } from '../../report/status/history.js'
import { statusText } from '../../report/status/status.js'
import type { LedgerOptions } from '../options.js'
import { finish, textOptions } from '../run.js'
import { terminalLog } from '../terminal-log.js'

export interface HistoryOptions extends LedgerOptions {
  limit: number
  operation?: string
}

export type RouterAction = 'start' | 'stop' | 'status'

export interface RouterOptions extends LedgerOptions {
  color?: Color
}

export interface StatusOptions extends LedgerOptions {
  offline: boolean
}

/** Milliseconds for the questions to the router and to the live color together. */
const ASK_TIMEOUT_MS = 60_000

export async function status(chosen: StatusOptions): Promise<void> {
  const { path: folder, environment, remote, offline } = chosen
  const ports = await ledgerPorts({ folder, environment, remote }, terminalLog(false))
  const state = await ports.ledger.read()
  const known = await statusOf(state, ports.ledger.place, ports)
  const nodes = offline ? undefined : await knownRouter(state, ports)?.nodes()
  if (nodes) known.router = routerTruth(nodes)
  const live = offline ? undefined : liveProbes(state, ports)
  const deadline = AbortSignal.timeout(ASK_TIMEOUT_MS)
  const drift = live ? await findDrift(live.color, nodes ?? [], live.probes, ports.clock, deadline) : []
  const result =
    drift.length > 0
      ? { ...known, outcome: 'drifted' as const, reason: 'drift_found' as const, drift }
      : known
  finish(result, result.outcome === 'consistent', chosen, () => statusText(result, textOptions()))
}

export async function history(chosen: HistoryOptions): Promise<void> {
  const { path: folder, environment, remote, limit, operation } = chosen
  const { ledger } = await ledgerPorts({ folder, environment, remote }, terminalLog(false))
  const result = await historyOf(ledger, environment, operation ?? limit)
  const text = operation === undefined ? historyText : timelineText
  finish(result, true, chosen, () => text(result, textOptions()))
}

export async function router(action: RouterAction, chosen: RouterOptions): Promise<void> {
  const { path: folder, environment, remote } = chosen
  const ports = await ledgerPorts({ folder, environment, remote }, silentLog)
  const state = await ports.ledger.read()
  // a slot records the settings of its router; before the first deploy, only the manifest has them
  const held = (state.live && state[state.live]) ?? state.blue ?? state.green
  const settings = held?.settings ?? environmentOf(await loadManifest(folder), environment)
  const local = localRouterOf(chosen.environment, settings, ports)
  if (action === 'stop') await local.stop()
  if (action === 'start') {
    const color = chosen.color ?? state.live
    if (color === null) {
      throw new UserError('color_missing', `No color is live in ${environment}, so the target is unknown.`, {
        remedy: 'Name the color: --color blue',
      })
    }
    await local.start(color)
  }
  const current = await local.current()
  const result = {
    ...{ schema: 'changeover/router/v1', environment },
    ...{ outcome: 'done', reason: action, router: current },
  }
  const text =
    current === 'none' ? 'the local router is not running' : `the local router sends traffic to ${current}`
  finish(result, true, chosen, () => `${environment}: ${text}`)
}
