import { Command } from 'commander'
import { textOptions } from '../colors.js'
import { options } from '../options.js'
import { fail } from '../run.js'

interface RulesOptions {
  format: 'text' | 'json'
  kind?: string
}

export function rulesCommand(): Command {
  return new Command('rules')
    .summary('what validate knows to be wrong')
    .description('List the rules of `changeover validate`, or explain one of them.')
    .argument('[rule]', 'the rule to explain')
    .option('--kind <kind>', 'only the rules of one kind of definition')
    .addOption(options.format())
    .addHelpText(
      'after',
      `
  changeover rules                        all rules, with their severity
  changeover rules --kind heat            those for Heat templates
  changeover rules heat/unused-parameter  why, how to mend it, a bad and a good example, how to silence it`,
    )
    .action(async (rule: string | undefined, chosen: RulesOptions) => {
      try {
        const { printRule, printRules } = await import('../rule-page.js')
        if (rule !== undefined) return await printRule(rule, chosen.format)
        const { pagesOfKind } = await import('../../lint/engine/rules.js')
        const pages = pagesOfKind(chosen.kind)
        if (chosen.format === 'json') return printRules(pages)
        const { rulesText } = await import('../../report/rules-text.js')
        process.stdout.write(rulesText(pages, { ...textOptions(), width: process.stdout.columns }))
      } catch (error) {
        fail(error, chosen.format)
      }
    })
}
