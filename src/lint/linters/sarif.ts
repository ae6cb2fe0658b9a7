import type { Severity } from '../engine/finding.js'
import { type Json, list, mapping, number, text } from './json.js'
import { KEPT_FINDINGS, oneLine, type Report, type Reported } from './reported.js'
import { placesOf } from './sarif-places.js'

/**
 * Read a SARIF 2.1.0 log.
 *
 * @throws Error when the text is not SARIF, or keeps its results in other files
 */
export function readSarif(content: string): Report {
  const document = mapping(JSON.parse(content.replace(/^\ufeff/, '')))
  if (!document) throw new Error('it is not a JSON object')
  if (!Array.isArray(document.runs)) throw new Error('it has no list of runs')
  const report: Report = { findings: [], more: 0 }
  for (const run of list(document.runs)) readRun(mapping(run) ?? {}, report)
  return report
}

function readRun(run: Json, report: Report): void {
  if (list(mapping(run.externalPropertyFileReferences)?.results).length > 0) {
    throw new Error('its results are in other files, which are not read')
  }
  const complaint = complaintOf(run)
  if (complaint !== undefined) report.broken ??= complaint
  const rules = rulesOf(run)
  for (const item of list(run.results)) {
    const result = mapping(item)
    if (!result || !isFailure(result)) continue
    if (report.findings.length >= KEPT_FINDINGS) report.more++
    else report.findings.push(reported(result, run, rules))
  }
}

/** Why a run failed, according to itself. */
function complaintOf(run: Json): string | undefined {
  for (const item of list(run.invocations)) {
    const invocation = mapping(item)
    if (invocation?.executionSuccessful !== false) continue
    const notifications = [
      ...list(invocation.toolExecutionNotifications),
      ...list(invocation.toolConfigurationNotifications),
    ].map(mapping)
    const worst = notifications.find((each) => each?.level === 'error') ?? notifications[0]
    return oneLine(text(mapping(worst?.message)?.text) ?? 'it gives no reason')
  }
  return undefined
}

interface Rules {
  byId: Map<string, Json>
  inOrder: (Json | undefined)[]
}

function rulesOf(run: Json): Rules {
  const inOrder = list(mapping(mapping(run.tool)?.driver)?.rules).map(mapping)
  const byId = new Map<string, Json>()
  for (const rule of inOrder) {
    const id = text(rule?.id)
    if (rule && id !== undefined) byId.set(id, rule)
  }
  return { byId, inOrder }
}

/** Results also include what passed, what was accepted, and what no longer exists. */
function isFailure(result: Json): boolean {
  const kind = text(result.kind) ?? 'fail'
  if (!['fail', 'open', 'review'].includes(kind) || result.baselineState === 'absent') return false
  const suppressions = list(result.suppressions).map(mapping)
  return !suppressions.some((each) => each && (each.status ?? 'accepted') === 'accepted')
}

function reported(result: Json, run: Json, { byId, inOrder }: Rules): Reported {
  const reference = mapping(result.rule)
  const id = text(result.ruleId) ?? text(reference?.id)
  const rule = inOrder[number(result.ruleIndex) ?? number(reference?.index) ?? -1] ?? byId.get(id ?? '')
  const name = id ?? text(rule?.id)
  const words = oneLine(messageOf(result, rule))
  const uri = text(rule?.helpUri)
  return {
    severity: severityOf(text(result.level) ?? text(mapping(rule?.defaultConfiguration)?.level)),
    message: name === undefined || words.startsWith(name) ? words : `${name}: ${words}`,
    help: uri === undefined ? 'Fix what the linter reports.' : `See ${oneLine(uri)}`,
    places: placesOf(result, run),
  }
}

const SEVERITIES = new Map<string, Severity>([
  ['error', 'error'],
  ['warning', 'warning'],
  ['note', 'notice'],
  ['none', 'notice'],
])

/** The default level is warning. */
function severityOf(level: string | undefined): Severity {
  return SEVERITIES.get(level ?? 'warning') ?? 'warning'
}

function messageOf(result: Json, rule: Json | undefined): string {
  const message = mapping(result.message)
  const direct = text(message?.text) ?? text(message?.markdown)
  const strings = mapping(rule?.messageStrings)
  const id = text(message?.id)
  const template =
    id !== undefined && strings && Object.hasOwn(strings, id) ? mapping(strings[id]) : undefined
  const words = list(message?.arguments)
  const filled = (direct ?? text(template?.text))?.replace(
    /\{(\d{1,3})\}/g,
    (whole, index: string) => text(words[Number(index)]) ?? whole,
  )
  return filled ?? text(mapping(rule?.shortDescription)?.text) ?? 'The linter gives no message.'
}
