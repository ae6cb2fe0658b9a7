import { Command } from 'commander'
import type { FailOn, Finding, Kind } from '../../lint/engine/finding.js'
import type { Asked } from '../../lint/engine/start.js'
import { expectShortRun } from '../../platform/short-run.js'
import type { ListedFile } from '../../report/files-text.js'
import type { FindingsFormat } from '../../report/findings-formats.js'
import { findingsOptions, type Report, type RuleSettings } from '../findings-options.js'
import { options } from '../options.js'
import { cancellable, EXIT, fail } from '../run.js'
import { terminalLog } from '../terminal-log.js'

interface ValidateOptions {
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

export function validateCommand(): Command {
  return new Command('validate')
    .summary('check the definitions, offline')
    .description(
      'Check the OpenStack definitions in a folder: no cloud, no Python, no secrets, no configuration needed.',
    )
    .argument('[folder]', 'the folder to check', '.')
    .option('--base <ref>', 'report only what came in since the work left this branch, tag or commit')
    .addOption(findingsOptions.openstackRelease())
    .addOption(findingsOptions.targetRelease())
    .addOption(findingsOptions.failOn())
    .addOption(findingsOptions.rule())
    .addOption(findingsOptions.format())
    .addOption(findingsOptions.report())
    .option('-q, --quiet', 'text: show only the findings that count for --fail-on')
    .option('--list-files', 'say what each file is taken for, or why it is skipped, and no findings')
    .option('--no-linters', "do not run the repository's own linters (validate.linters)")
    .option('--log-dir <folder>', 'where to write the logs of those linters')
    .addOption(options.verbose())
    .option('--explain <rule>', 'what a rule is about, as `changeover rules <rule>`')
    .addHelpText('after', HELP)
    .action(async (folder: string, chosen: ValidateOptions) => {
      try {
        if (chosen.explain !== undefined) await explain(chosen.explain, chosen.format)
        else if (chosen.listFiles) await listFiles(folder, chosen)
        else await validate(folder, chosen)
      } catch (error) {
        fail(error, chosen.format === 'json' ? 'json' : 'text')
      }
    })
}

async function validate(folder: string, chosen: ValidateOptions): Promise<void> {
  const checked = new Map<string, Kind>()
  const known: Finding[] = []
  const result = await check(folder, chosen, {
    onFile: (path, what) => {
      if ('kind' in what) checked.set(path, what.kind)
    },
    onKnown: (findings) => known.push(...findings),
  })
  const { gatherView } = await import('../../report/findings-gather.js')
  const { putFindings } = await import('../findings-output.js')
  await putFindings(await gatherView(folder, result, { failOn: chosen.failOn, checked, known }), chosen)
  const { failing } = await import('../../lint/engine/finding.js')
  process.exitCode = failing(result.findings, chosen.failOn).length === 0 ? EXIT.good : EXIT.bad
}

async function listFiles(folder: string, chosen: ValidateOptions): Promise<void> {
  const files: ListedFile[] = []
  const onFile: Told['onFile'] = (path, what) => files.push({ path, ...what })
  await check(folder, { ...chosen, linters: false }, { onFile })
  const { filesJson, filesText } = await import('../../report/files-text.js')
  process.stdout.write(chosen.format === 'json' ? filesJson(files) : filesText(files))
}

type Told = Pick<Asked, 'onFile' | 'onKnown'>

async function check(folder: string, chosen: ValidateOptions, told: Told) {
  expectShortRun()
  const { startValidate } = await import('../../lint/engine/start.js')
  const { base, rule: rules, openstackRelease: release, targetRelease: target, linters, logDir } = chosen
  const asked = { base, rules, release, target, linters, logDir, ...told }
  return cancellable((signal) =>
    startValidate(folder, terminalLog(chosen.verbose ?? false), { ...asked, signal }),
  )
}

async function explain(rule: string, format: FindingsFormat): Promise<void> {
  const { printRule } = await import('../rule-page.js')
  await printRule(rule, format === 'json' ? 'json' : 'text')
}

const HELP = `
Understands Heat templates and environments, openstack-ansible, kolla-ansible, playbooks and inventories, the
services' configuration, clouds.yaml, HAProxy, changeover.yml, and YAML in general.

  changeover validate                                  all of this folder
  changeover validate --base origin/main               only what this branch brought in
  changeover validate --report sarif=findings.sarif --report junit=findings.xml
  changeover validate --fail-on warning --rule heat/unused-parameter=off
  changeover validate --target-release 2025.1          only what an upgrade breaks
  changeover validate --explain heat/unused-parameter  what a rule is about
  changeover validate --list-files                     what each file is taken for

Severities can be changed in changeover.yml (validate.rules), files left out (validate.ignore), and one finding silenced
by a comment on its line:  # changeover: ignore heat/unused-parameter

Exit status 1 when there is a finding of severity --fail-on or worse.`
