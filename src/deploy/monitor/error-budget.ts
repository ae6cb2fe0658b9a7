import type { ErrorBudget } from '../../../generated/manifest.js'
import { duration } from '../../manifest/values.js'
import { OperationFailure } from '../ledger/failure.js'
import type { EndpointFigures } from './figures.js'
import type { MonitorFigures, NotJudged } from './report.js'

/** How many good answers a percentile needs before it is judged. */
const ENOUGH = 50

/** The smallest difference that counts as a slowdown, in milliseconds, however short the latency was before. */
const NOTICED_MS = 10

const IN_PLACE = 'with the new release'

const LATENCIES = ['p95', 'p99'] as const

/** What a release is judged by. */
export interface Judged {
  budget: ErrorBudget
  /**
   * A rollback is judged only by what comes after the shift. Until then requests still fail on the color that traffic
   * leaves, and the latency of a failing color is nothing to compare with.
   */
  isRollback: boolean
  /** In place there is no shift and no other color: all requests since the first change count. */
  isInPlace?: boolean
}

/**
 * Judge whether the shift, or the first change in place, may happen: live endpoints must not fail at this moment.
 *
 * @param earlier how many requests of each endpoint had failed before this moment
 * @throws OperationFailure `error_budget_exceeded`
 */
export function judgeBefore(
  endpoints: readonly EndpointFigures[],
  earlier: readonly number[],
  { budget, isInPlace }: Judged,
): void {
  const failed = failures(endpoints, ({ before }, index) => before.failed - (earlier[index] ?? 0))
  const allowed = budget.failed ?? 0
  if (failed.count <= allowed) return
  const [when, fix] = isInPlace
    ? ['before anything was changed', 'Repair it']
    : ['before the shift, on the live color', 'Repair it, or roll back (changeover rollback -e ENV)']
  throw new OperationFailure(
    'error_budget_exceeded',
    `${failed.text} failed ${when}; the budget is ${allowed}.`,
    `The live endpoint is already failing. ${fix}. To replace it with this release anyway, raise monitor.error_budget.failed in the release.`,
  )
}

/** @throws OperationFailure `error_budget_exceeded` when the release exceeds a budget */
export function judgeAfter(endpoints: readonly EndpointFigures[], judged: Judged): void {
  const { budget, isRollback, isInPlace } = judged
  const failed = failures(endpoints, ({ during, after }) => after.failed + (isRollback ? 0 : during.failed))
  const allowed = budget.failed ?? 0
  if (failed.count > allowed) {
    const when = isInPlace ? 'since the deploy began' : 'while traffic was on the new color'
    throw exceeded(
      `${failed.text} failed ${when}; the budget is ${allowed}.`,
      'when, and how, requests failed.',
    )
  }
  const where = isInPlace ? IN_PLACE : 'on the new color'
  for (const endpoint of endpoints) {
    judgeLatency(endpoint, budget, where)
    if (!isRollback) judgeSlowdown(endpoint, budget.slowdown, where)
  }
}

function judgeLatency({ name, after }: EndpointFigures, budget: ErrorBudget, where: string): void {
  for (const which of LATENCIES) {
    const measured = after[`${which}_ms`]
    if (budget[which] === undefined || measured === null || answered(after) < ENOUGH) continue
    const allowed = duration(budget[which], '0s')
    if (measured <= allowed) continue
    throw exceeded(
      `"${name}" is too slow ${where}: ${which} is ${measured} ms; the budget is ${allowed} ms.`,
      'how slow, and since when.',
    )
  }
}

function judgeSlowdown(
  { name, before, after }: EndpointFigures,
  allowed: number | undefined,
  where: string,
): void {
  const [was, is] = [before.p95_ms, after.p95_ms]
  if (allowed === undefined || was === null || is === null) return
  if (answered(before) < ENOUGH || answered(after) < ENOUGH) return
  if (is <= was * allowed || is - was < NOTICED_MS) return
  throw exceeded(
    `"${name}" is slower ${where}: p95 rose from ${was} ms to ${is} ms; the error budget allows ${allowed} times.`,
    'how slow, and since when.',
  )
}

/** The budgets that could not be judged in the end, with the reason. */
export function notJudged(
  endpoints: readonly EndpointFigures[],
  { budget, isRollback }: Judged,
): NotJudged[] {
  return endpoints.flatMap(({ name: endpoint, before, after }) => {
    const few = (figures: MonitorFigures, where: string) =>
      answered(figures) < ENOUGH ? [`${answered(figures)} answers ${where}; ${ENOUGH} are needed`] : []
    const onNew = few(after, 'on the new color')
    const compared = isRollback
      ? ['a rollback is not compared with the color that it leaves']
      : [...few(before, 'before the shift'), ...onNew]
    const because = { p95: onNew, p99: onNew, slowdown: compared }
    return ([...LATENCIES, 'slowdown'] as const).flatMap((which) => {
      const [why] = because[which]
      return budget[which] === undefined || why === undefined ? [] : [{ endpoint, budget: which, why }]
    })
  })
}

/** How many requests count for a percentile. A request that failed, other than by a timeout, has no latency. */
function answered({ sent, failed }: MonitorFigures): number {
  return sent - failed
}

function failures(
  endpoints: readonly EndpointFigures[],
  of: (endpoint: EndpointFigures, index: number) => number,
) {
  const counts = endpoints.map((endpoint, index) => ({ name: endpoint.name, count: of(endpoint, index) }))
  const count = counts.reduce((sum, one) => sum + one.count, 0)
  const which = counts.filter((one) => one.count > 0).map((one) => `"${one.name}" ${one.count}`)
  const names = endpoints.length > 1 ? ` (${which.join(', ')})` : ''
  return { count, text: `${count} of the monitor's requests${names}` }
}

function exceeded(message: string, see: string): OperationFailure {
  return new OperationFailure('error_budget_exceeded', message, `The monitor in the result shows ${see}`)
}
