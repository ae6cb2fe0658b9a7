import { Command, CommanderError } from 'commander'
import { systemCode } from '../platform/errors.js'
import { abortCommand } from './commands/abort.js'
import { demoCommand } from './commands/demo.js'
import { deployCommand } from './commands/deploy.js'
import { diffCommand } from './commands/diff.js'
import { historyCommand } from './commands/history.js'
import { packageCommand } from './commands/package.js'
import { rollbackCommand } from './commands/rollback.js'
import { routerCommand } from './commands/router.js'
import { rulesCommand } from './commands/rules.js'
import { statusCommand } from './commands/status.js'
import { testCommand } from './commands/test.js'
import { validateCommand } from './commands/validate.js'
import { verifyCommand } from './commands/verify.js'
import { EXIT, printError } from './run.js'
import { VERSION } from './version.js'

const HELP = 'See --help.'

const program = new Command('changeover')
  .description(
    'Takes a Git repository of OpenStack infrastructure code from a pull request to production and back:\n' +
      'check it, package it, test it in stages, change over to it with zero downtime, roll it back.',
  )
  .version(VERSION, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print help')
  .enablePositionalOptions() // so that --version behind `package` is the release's
  .showHelpAfterError(`  ${HELP}`)
  .exitOverride() // commander's own exit status for bad usage is 1; each command inherits this
  .configureHelp({ showGlobalOptions: false })
  .addHelpText(
    'after',
    `
The way of a change:
  changeover validate                                    what is wrong, with file and line
  changeover package --version 2.0.0                     one archive, with a digest
  changeover test --release FILE                         each service after those it needs
  changeover deploy -e production --release FILE         blue-green, watched by a monitor
  changeover rollback -e production                      back in seconds

New here?  changeover demo  shows all of it on this machine in half a minute.

Exit status: 0 good, 1 the thing asked about is not good, 2 the command could not do its work.`,
  )

for (const command of [
  validateCommand,
  rulesCommand,
  packageCommand,
  verifyCommand,
  diffCommand,
  testCommand,
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

// whoever reads may have seen enough, as `| head` does
process.stdout.on('error', (error) => {
  if (systemCode(error) !== 'EPIPE') throw error
  process.exit()
})

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  // commander has printed what is wrong, or the help that was asked for
  process.exitCode = error.exitCode === 0 ? EXIT.good : EXIT.unable
  if (error.exitCode !== 0 && asksForJson(process.argv)) {
    printError('bad_usage', error.message.replace(/^error: /, ''), HELP)
  }
}

/** The arguments are not understood, but a program that wants a document is to get one. */
function asksForJson(argv: readonly string[]): boolean {
  return argv.some((arg, at) => arg === '--format=json' || (arg === '--format' && argv[at + 1] === 'json'))
}
