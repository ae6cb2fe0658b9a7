import { styleText } from 'node:util'
import Table from 'cli-table3'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { cancellable, EXIT, fail } from '../../src/cli/run.js'
import { COLORS, type Color } from '../../src/drivers/color.js'
import { Cancelled } from '../../src/platform/errors.js'
import { Cloud, SERVICE_NAMES } from './cloud.js'
import { CloudError } from './errors.js'
import type { ProcessStatus } from './status.js'
import { tempestCommand } from './tempest-command.js'

const started = performance.now()

const program = new Command('script/cloud')
  .description(
    'A real OpenStack to test against, on the loopback address of this machine, from the packages of Debian 12.\n' +
      'Each service is a plain process; all state is in one folder.',
  )
  .option(
    '--state <folder>',
    'the state folder (CHANGEOVER_CLOUD_STATE; default ~/.local/state/changeover-cloud)',
  )
  .helpOption('-h, --help', 'print help')
  .helpCommand(false)
  .showHelpAfterError('(see --help)')
  .configureHelp({ showGlobalOptions: true })
  .addHelpText(
    'after',
    `
Services: ${SERVICE_NAMES.join(', ')}

  ./script/cloud install                    the packages; needs root
  ./script/cloud up keystone heat           these two, with what they need
  ./script/cloud up keystone --color blue   Keystone in two colors…
  ./script/cloud up keystone --color green
  ./script/cloud up haproxy                 …behind two load balancers
  eval "$(./script/cloud env)"              be its administrator in this shell
  ./script/cloud tempest identity           OpenStack's own tests of Keystone, as JUnit
  ./script/cloud down                       end all of it; what it stored stays

Exit status: 0 good, 1 something does not run as it should, 2 the command could not do its work.`,
  )

program
  .command('install')
  .description('install the packages of services (default: of all), without starting anything')
  .argument('[service...]')
  .option('--dry-run', 'print the packages that are missing, and exit with 1 if there are any')
  .action((names: string[], { dryRun }: { dryRun?: true }) =>
    work(async (cloud) => {
      if (!dryRun) return cloud.install(names)
      const missing = await cloud.missing(names)
      if (missing.length === 0) return
      process.stdout.write(`${missing.join(' ')}\n`)
      process.exitCode = EXIT.bad
    }),
  )

program
  .command('up')
  .description('start services with what they need (default: keystone)')
  .argument('[service...]')
  .option('--color <color>', 'start Keystone and Glance as blue or green', parseColor)
  .action((names: string[], { color }: { color?: Color }) =>
    work((cloud) =>
      cancellable(async (signal) => {
        const wanted = names.length === 0 ? ['keystone'] : names
        const result = await cloud.up(wanted, { signal, ...(color === undefined ? {} : { color }) })
        say(
          result.length === 0 ? 'everything runs already' : `up: ${result.map(({ name }) => name).join(' ')}`,
        )
      }),
    ),
  )

program
  .command('down')
  .description('end processes (default: all, also what a run that was killed has left)')
  .argument('[process...]', 'names as in status')
  .option('--remove', 'delete the state folder as well')
  .action((names: string[], { remove }: { remove?: boolean }) =>
    work(async (cloud) => {
      if (remove && names.length > 0) program.error('error: --remove is for all of the cloud')
      await cloud.down(names, { remove: remove === true })
      say('down')
    }),
  )

program
  .command('status')
  .description('what runs, and the memory it takes; exit status 1 when nothing runs or something has died')
  .option('--format <format>', 'text or json', 'text')
  .action(({ format }: { format: string }) =>
    work(async (cloud) => {
      const processes = await cloud.status()
      process.stdout.write(
        format === 'json' ? `${JSON.stringify(processes, null, 2)}\n` : statusText(processes),
      )
      const good = processes.length > 0 && processes.every(({ state }) => state === 'running')
      process.exitCode = good ? EXIT.good : EXIT.bad
    }),
  )

program
  .command('env')
  .description("print the administrator's OS_* variables for a shell")
  .option('--color <color>', 'of one color', parseColor)
  .action(({ color }: { color?: Color }) =>
    work(async (cloud) => {
      const lines = Object.entries(cloud.env(color)).map(
        ([name, value]) => `export ${name}=${quote(value)}\n`,
      )
      process.stdout.write(lines.join(''))
    }),
  )

program.addCommand(tempestCommand(work, say))

function parseColor(value: string): Color {
  const color = COLORS.find((candidate) => candidate === value)
  if (color === undefined) throw new InvalidArgumentError(`It is ${COLORS.join(' or ')}.`)
  return color
}

async function work(action: (cloud: Cloud) => Promise<void>): Promise<void> {
  try {
    await action(new Cloud(program.opts<{ state?: string }>().state, say))
  } catch (error) {
    const cancelled = error instanceof Cancelled
    if (!cancelled && !(error instanceof CloudError)) return fail(error, 'text')
    process.stderr.write(`error: ${error.message}\n`)
    if (cancelled) process.stderr.write('  What has started runs on: ./script/cloud down ends it.\n')
    process.exitCode = cancelled ? EXIT.unable : EXIT.bad
  }
}

function say(line: string): void {
  const time = ((performance.now() - started) / 1000).toFixed(1).padStart(6)
  process.stderr.write(`${styleText('dim', time, { stream: process.stderr })}  ${line}\n`)
}

function statusText(processes: readonly ProcessStatus[]): string {
  if (processes.length === 0) return 'Nothing runs.\n'
  const table = new Table({
    head: ['process', 'state', 'pid', 'port', 'processes', 'memory', 'ready after'],
    style: { head: [], border: [] },
  })
  for (const one of processes) {
    const ready = one.ready_ms === null ? '' : `${(one.ready_ms / 1000).toFixed(1)} s`
    table.push([
      one.name,
      one.state,
      one.pid,
      one.port ?? '',
      one.processes,
      mebibytes(one.memory_bytes),
      ready,
    ])
  }
  const sum = processes.reduce((total, { memory_bytes }) => total + memory_bytes, 0)
  return `${table}\nall together: ${mebibytes(sum)}\n`
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MiB`
}

function quote(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`
}

for (const command of program.commands) command.exitOverride().copyInheritedSettings(program)
program.exitOverride()
try {
  await program.parseAsync()
} catch (error) {
  // commander has printed what is wrong, or the help that was asked for
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? EXIT.good : EXIT.unable
}
