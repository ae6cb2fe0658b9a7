import { Command } from 'commander'
import { textOptions } from '../colors.js'
import { type CommonOptions, options } from '../options.js'
import { fail, finish } from '../run.js'

type ValidateOptions = CommonOptions & { base?: string }

export function validateCommand(): Command {
  return new Command('validate')
    .summary('check the definitions, offline')
    .description(
      'Check the OpenStack definitions in a folder: no cloud, no Python, no secrets, no configuration needed.',
    )
    .argument('[folder]', 'the folder to check', '.')
    .option('--base <ref>', 'report only what came in since the work left this branch, tag or commit')
    .addOption(options.format())
    .addHelpText(
      'after',
      `
Understands Heat templates and environments, openstack-ansible's configuration, changeover.yml, and YAML in
general. Severities can be changed in changeover.yml (validate.rules), files left out (validate.ignore), and one
finding silenced by a comment on its line:  # changeover: ignore heat/unused-parameter

Exit status 1 when there is a finding of severity error.`,
    )
    .action(async (folder: string, chosen: ValidateOptions) => {
      try {
        const { startValidate } = await import('../../definitions/start.js')
        const { silentLog } = await import('../../platform/log.js')
        const result = await startValidate(folder, silentLog, { base: chosen.base })
        const { validateText } = await import('../../report/text.js')
        finish(result, result.outcome === 'passed', chosen, () => validateText(result, textOptions()))
      } catch (error) {
        fail(error, chosen.format)
      }
    })
}
