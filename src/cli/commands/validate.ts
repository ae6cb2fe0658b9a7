import { Command } from 'commander'
import { expectShortRun } from '../../platform/short-run.js'
import { findingsOptions } from '../findings-options.js'
import { options } from '../options.js'
import { run } from '../run.js'
import type { ValidateOptions } from '../work/findings.js'

export function validateCommand(): Command {
  return new Command('validate')
    .summary('check the definitions, offline')
    .description(
      'Check the OpenStack definitions in a folder. It needs no cloud, no Python, no secrets and no configuration.',
    )
    .argument('[folder]', 'the folder to check', '.')
    .option('--base <ref>', 'report only findings that are new since this branch, tag or commit')
    .addOption(findingsOptions.openstackRelease())
    .addOption(findingsOptions.targetRelease())
    .addOption(findingsOptions.failOn())
    .addOption(findingsOptions.rule())
    .addOption(findingsOptions.format())
    .addOption(findingsOptions.report())
    .option('-q, --quiet', 'text format: print only the findings that count for --fail-on')
    .option('--list-files', 'print the kind of each file, or why it is skipped, instead of findings')
    .option('--no-linters', 'do not run the linters of changeover.yml (validate.linters)')
    .option('--log-dir <folder>', 'the folder for the logs of those linters')
    .addOption(options.verbose())
    .option('--explain <rule>', 'explain a rule, like `changeover rules <rule>`')
    .addHelpText(
      'after',
      `
Kinds of definitions: Heat templates and environments, openstack-ansible, kolla-ansible, playbooks and inventories,
configuration files of OpenStack services, clouds.yaml, HAProxy, changeover.yml, and any other YAML.

Examples:
  changeover validate                                  check the current folder
  changeover validate --base origin/main               report only what this branch adds
  changeover validate --report sarif=findings.sarif --report junit=findings.xml
  changeover validate --fail-on warning --rule heat/unused-parameter=off
  changeover validate --target-release 2025.1          report only what breaks with an upgrade
  changeover validate --explain heat/unused-parameter  explain a rule
  changeover validate --list-files                     print the kind of each file

In changeover.yml, set severities with validate.rules and leave out files with validate.ignore. To ignore one finding,
put a comment on its line:  # changeover: ignore heat/unused-parameter

Exit status: 0 no finding of severity --fail-on or worse, 1 there is one, 2 the command could not do its work.`,
    )
    .action((folder: string, chosen: ValidateOptions) =>
      run(chosen.format === 'json' ? 'json' : 'text', async () => {
        expectShortRun()
        const { listFiles, printRule, validateCommand: validate } = await import('../../bundles/lint.js')
        if (chosen.explain !== undefined)
          printRule(chosen.explain, chosen.format === 'json' ? 'json' : 'text')
        else if (chosen.listFiles) await listFiles(folder, chosen)
        else await validate(folder, chosen)
      }),
    )
}
