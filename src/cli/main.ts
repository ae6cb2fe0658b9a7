import { Command, CommanderError, Help } from 'commander'
import { systemCode } from '../platform/errors.js'
import { packageVersion } from '../platform/package-root.js'
import { abortCommand } from './commands/abort.js'
import { demoCommand } from './commands/demo.js'
import { deployCommand } from './commands/deploy.js'
import { diffCommand } from './commands/diff.js'
import { historyCommand } from './commands/history.js'
import { packageCommand } from './commands/package.js'
import { rollbackCommand } from './commands/rollback.js'
import { routerCommand } from './commands/router.js'
import { rulesCommand } from './commands/rules.js'
import { stagedTestCommand } from './commands/staged-test.js'
import { statusCommand } from './commands/status.js'
import { validateCommand } from './commands/validate.js'
import { verifyCommand } from './commands/verify.js'
import { EXIT, printError } from './run.js'

const HELP = 'See --help.'

const program = new Command('changeover')
  .description(
    'Take a Git repository of OpenStack infrastructure code from a pull request to production and back: ' +
      'check it, package it, test it in stages, change over to it with zero downtime, roll it back.',
  )
  .version(packageVersion(), '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print help')
  .enablePositionalOptions() // so that --version after `package` is the version of the release
  .showHelpAfterError(`  ${HELP}`)
  .exitOverride() // commander exits with 1 for bad usage; each command inherits this
  .configureHelp({
    showGlobalOptions: false,
    optionDescription: (option) => new Help().optionDescription(option).replace(' (default: false)', ''),
  })
  .addHelpText(
    'after',
    `
The steps of a change:
  changeover validate                                    find errors, with file and line
  changeover package --version 2.0.0                     make one archive, with a digest
  changeover staged-test --release FILE                  test each service after the services it needs
  changeover deploy -e production --release FILE         change over blue-green, watched by a monitor
  changeover rollback -e production                      go back, in seconds

Run  changeover demo  to see all of it on this machine, in half a minute.

Exit status: 0 good; 1 the result is negative, for example findings, a failed test or a deploy that was rolled back;
2 the command could not do its work.`,
  )

for (const command of [
  validateCommand,
  rulesCommand,
  packageCommand,
  verifyCommand,
  diffCommand,
  stagedTestCommand,
  deployCommand,
  rollbackCommand,
  abortCommand,
  statusCommand,
  historyCommand,
  routerCommand,
  demoCommand,
]) {
  program.addCommand(command().copyInheritedSettings(program))
}

// the reader may close the pipe early, for example `| head`
process.stdout.on('error', (error) => {
  if (systemCode(error) !== 'EPIPE') throw error
  process.exit()
})

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  // commander has printed the error, or the help
  process.exitCode = error.exitCode === 0 ? EXIT.good : EXIT.unable
  if (error.exitCode !== 0 && asksForJson(process.argv)) {
    printError('bad_usage', error.message.replace(/^error: /, ''), HELP)
  }
}

/** Bad arguments cannot be parsed, but a program that asks for JSON gets a document all the same. */
function asksForJson(argv: readonly string[]): boolean {
  return argv.some((arg, at) => arg === '--format=json' || (arg === '--format' && argv[at + 1] === 'json'))
}
