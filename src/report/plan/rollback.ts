import type { PlanCheck, RollbackPlan } from '../../deploy/operations/rollback-plan.js'
import { codeCell, inline, oneLine } from '../escape.js'
import { blocks, table, title } from '../markdown.js'
import { lines, styler, type TextOptions } from '../text.js'

const METHOD = {
  shift: 'shift traffic back',
  deploy_anew: 'deploy the release again',
  abort: 'abort the unfinished operation',
} as const

export function rollbackPlanText(plan: RollbackPlan, options: TextOptions): string {
  const style = styler(options)
  const { outcome, reason, message, remedy, environment, method, window_closes_at, unfinished, stays } = plan
  const good = outcome === 'possible'
  const verdict = `${good ? '✔ rollback possible' : '✖ rollback refused'} in ${oneLine(environment)} (${reason}); nothing was changed`
  return lines(
    style(good ? 'green' : 'red', verdict),
    `  ${oneLine(message)}`,
    remedy === null ? undefined : `  ${style('bold', oneLine(remedy))}`,
    method === null ? undefined : `  method   ${METHOD[method]}`,
    plan.release ? `  release  ${oneLine(plan.release.version)} ${oneLine(plan.release.digest)}` : undefined,
    plan.to ? `  traffic  ${plan.from ?? 'nowhere'} → ${plan.to}` : undefined,
    window_closes_at === null ? undefined : `  window   open until ${oneLine(window_closes_at)}`,
    unfinished === null || unfinished === message ? undefined : `  first    ${oneLine(unfinished)}`,
    ...stays.map((what) => `  stays    ${oneLine(what)}`),
    ...plan.checks.map((check) => `  check    ${checkText(check)}`),
  )
}

function checkText({ name, verdict, why }: PlanCheck): string {
  return oneLine(`${name}: ${verdict}${why === null ? '' : `, ${why}`}`)
}

export function rollbackPlanMarkdown(plan: RollbackPlan): string {
  const { outcome, reason, message, remedy, environment, checks, stays } = plan
  const good = outcome === 'possible'
  return blocks(
    title(good, `Rollback ${outcome}: ${inline(environment)}`),
    `Dry run: nothing was changed. ${inline(message)}`,
    remedy === null ? '' : `**What to do:** ${inline(remedy)}`,
    table(['', ''], [['Reason', codeCell(reason)], ...facts(plan)]),
    stays.map((what) => `- ${inline(what)}`).join('\n'),
    checks.length === 0
      ? ''
      : table(
          ['Check', 'Answer', 'Why'],
          checks.map(({ name, verdict, why }) => [inline(name), verdict, inline(why ?? '')]),
        ),
  )
}

function facts({ method, release, from, to, window_closes_at, unfinished }: RollbackPlan): string[][] {
  const rows: [string, string | null][] = [
    ['Method', method && METHOD[method]],
    ['Release', release && `${codeCell(release.version)} ${codeCell(release.digest)}`],
    ['Traffic', to && `${from ?? 'nowhere'} → ${to}`],
    ['Window open until', window_closes_at && inline(window_closes_at)],
    ['First', unfinished && inline(unfinished)],
  ]
  return rows.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
}
