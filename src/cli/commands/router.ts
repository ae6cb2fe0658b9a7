import { Argument, Command, Option } from 'commander'
import type { Color } from '../../drivers/color.js'
import type { Current } from '../../drivers/routers/router.js'
import { UserError } from '../../platform/errors.js'
import { type CommonOptions, options } from '../options.js'
import { fail, finish } from '../run.js'

type RouterOptions = CommonOptions & {
  path: string
  environment: string
  remote?: string
  color?: Color
}

export function routerCommand(): Command {
  return new Command('router')
    .summary("a laptop's local router: start, stop, status")
    .description(
      'The local router is a small forwarder for laptops and demos. It outlives the command that started it;\n' +
        'this ends it, starts it again after a reboot, or says what it does.',
    )
    .addArgument(new Argument('<action>', 'what to do').choices(['start', 'stop', 'status']))
    .addOption(options.environment())
    .addOption(
      new Option('--color <color>', 'start: the color to send users to (default: the live one)').choices([
        'blue',
        'green',
      ]),
    )
    .addOption(options.path())
    .addOption(options.remote())
    .addOption(options.format())
    .action(async (action: 'start' | 'stop' | 'status', chosen: RouterOptions) => {
      try {
        const result = await act(action, chosen)
        finish(result, true, chosen, () => `${result.environment}: ${words(result.router)}`)
      } catch (error) {
        fail(error, chosen.format)
      }
    })
}

async function act(action: 'start' | 'stop' | 'status', chosen: RouterOptions) {
  const { path: folder, environment, remote } = chosen
  const { silentLog } = await import('../../platform/log.js')
  const { ledgerPorts } = await import('../../deploy/operations/start.js')
  const { localRouterOf } = await import('../../deploy/operations/wire.js')
  const { environmentOf, loadManifest } = await import('../../manifest/load.js')
  const ports = await ledgerPorts({ folder, environment, remote }, silentLog)
  const state = await ports.ledger.read()
  // what was deployed knows its router; before the first deploy, the folder's own manifest does
  const held = (state.live && state[state.live]) ?? state.blue ?? state.green
  const settings = held?.settings ?? environmentOf(await loadManifest(folder), environment)
  const router = localRouterOf(settings, ports)
  if (action === 'stop') await router.stop()
  if (action === 'start') {
    const color = chosen.color ?? state.live
    if (color === null) {
      throw new UserError('color_missing', 'No color is live, so it is not known where to send users.', {
        remedy: 'Say it: --color blue',
      })
    }
    await router.start(color)
  }
  const current = await router.current()
  return { schema: 'changeover/router/v1', environment, outcome: 'done', reason: action, router: current }
}

function words(current: Current): string {
  return current === 'none' ? 'the local router does not run' : `users are sent to ${current}`
}
