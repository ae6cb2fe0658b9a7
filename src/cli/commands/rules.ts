import { Command } from 'commander'
import { options } from '../options.js'
import { run } from '../run.js'

interface RulesOptions {
  format: 'text' | 'json'
  kind?: string
}

export function rulesCommand(): Command {
  return new Command('rules')
    .summary('list the rules of validate, or explain one')
    .description('List the rules of `changeover validate`, or explain one of them.')
    .argument('[rule]', 'the rule to explain')
    .option('--kind <kind>', 'list only the rules for one kind of definition')
    .addOption(options.format())
    .addHelpText(
      'after',
      `
Examples:
  changeover rules                        all rules, with their severity
  changeover rules --kind heat            the rules for Heat templates
  changeover rules heat/unused-parameter  why it matters, how to fix it, a bad and a good example, how to ignore it

Exit status: 0 the rules were printed, 2 there is no such rule or kind.`,
    )
    .action((rule: string | undefined, chosen: RulesOptions) =>
      run(chosen.format, async () => {
        const { printRule, printRules } = await import('../../bundles/lint.js')
        if (rule === undefined) printRules(chosen.kind, chosen.format)
        else printRule(rule, chosen.format)
      }),
    )
}
