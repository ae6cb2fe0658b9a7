import { resolve } from 'node:path'
import { findingsInExample } from '../../lint/engine/example-findings.js'
import { type FailOn, type Finding, failing, type Kind } from '../../lint/engine/finding.js'
import type { RulePage } from '../../lint/engine/rule.js'
import { pagesOfKind, requireKnownRules, rulePages } from '../../lint/engine/rules.js'
import { type Asked, startValidate } from '../../lint/engine/start.js'
import { messageOf, UserError } from '../../platform/errors.js'
import { writeFileAtomic } from '../../platform/files.js'
import { filesJson, filesText, type ListedFile } from '../../report/findings/files.js'
import { findingsIn, gatherView } from '../../report/findings/formats.js'
import { rulesText, ruleText } from '../../report/findings/rules.js'
import type { FindingsFormat, FindingsView } from '../../report/findings/view.js'
import type { Report, RuleSettings } from '../findings-options.js'
import { cancellable, EXIT, textOptions } from '../run.js'
import { terminalLog } from '../terminal-log.js'

export interface ValidateOptions {
  format: FindingsFormat
  report: Report[]
  failOn: FailOn
  base?: string
  rule: RuleSettings
  openstackRelease?: string
  targetRelease?: string
  linters: boolean
  logDir?: string
  verbose?: boolean
  quiet?: boolean
  listFiles?: boolean
  explain?: string
}

/** What the check reports beside the findings that count. */
type Told = Pick<Asked, 'onFile' | 'onKnown'>

/** Check a folder, and write the findings to stdout and to the files of `--report`. */
export async function validate(folder: string, chosen: ValidateOptions): Promise<void> {
  const checked = new Map<string, Kind>()
  const known: Finding[] = []
  const result = await check(folder, chosen, {
    onFile: (path, what) => {
      if ('kind' in what) checked.set(path, what.kind)
    },
    onKnown: (findings) => known.push(...findings),
  })
  await write(await gatherView(folder, result, { failOn: chosen.failOn, checked, known }), chosen)
  process.exitCode = failing(result.findings, chosen.failOn).length === 0 ? EXIT.good : EXIT.bad
}

/** Print which kind each file has, or why it is skipped. */
export async function listFiles(folder: string, chosen: ValidateOptions): Promise<void> {
  const files: ListedFile[] = []
  const onFile: Told['onFile'] = (path, what) => files.push({ path, ...what })
  await check(folder, { ...chosen, linters: false }, { onFile })
  process.stdout.write(chosen.format === 'json' ? filesJson(files) : filesText(files))
}

function check(folder: string, chosen: ValidateOptions, told: Told) {
  const { base, rule: rules, openstackRelease: release, targetRelease: target, linters, logDir } = chosen
  const asked = { base, rules, release, target, linters, logDir, ...told }
  return cancellable((signal) =>
    startValidate(folder, terminalLog(chosen.verbose ?? false), { ...asked, signal }),
  )
}

/** Write the findings: the files first, then stdout. */
async function write(view: FindingsView, to: ValidateOptions): Promise<void> {
  for (const { format, file } of to.report) await writeFile(file, findingsIn(format, view, { color: false }))
  const terminal = { ...textOptions(), width: process.stdout.columns, quiet: to.quiet }
  process.stdout.write(findingsIn(to.format, view, terminal))
}

async function writeFile(file: string, text: string): Promise<void> {
  try {
    await writeFileAtomic(resolve(file), text)
  } catch (cause) {
    throw new UserError('output_unwritable', `Cannot write ${file}: ${messageOf(cause)}`, {
      remedy: 'Choose another file for --report.',
      cause,
    })
  }
}

/** Print the rules of one kind, or of all kinds. @throws UserError `unknown_kind` */
export function printRules(kind: string | undefined, format: 'text' | 'json'): void {
  const pages = pagesOfKind(kind)
  if (format === 'json') printPages(pages)
  else process.stdout.write(rulesText(pages, terminalOptions()))
}

/** Print the explanation of a rule, with its examples. @throws UserError `unknown_rule` */
export function printRule(id: string, format: 'text' | 'json'): void {
  requireKnownRules([id])
  const pages = rulePages.filter((page) => page.id === id)
  if (format === 'json') printPages(pages)
  else
    for (const page of pages) process.stdout.write(ruleText(page, findingsInExample(page), terminalOptions()))
}

function printPages(pages: readonly RulePage[]): void {
  const rules = pages.map(({ id, severity, summary, help, example }) => ({
    id,
    family: id.split('/')[0],
    severity,
    summary,
    help,
    example: { bad: example.bad, good: example.good },
  }))
  process.stdout.write(`${JSON.stringify({ schema: 'changeover/rules/v1', rules }, null, 2)}\n`)
}

function terminalOptions() {
  return { ...textOptions(), width: process.stdout.columns }
}
