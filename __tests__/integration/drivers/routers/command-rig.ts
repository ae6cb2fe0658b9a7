import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COLORS } from '../../../../src/drivers/color.js'
import { commandRouter } from '../../../../src/drivers/routers/command.js'
import { askHttp } from '../../../../src/platform/http.js'
import { bash } from '../../../../src/platform/shell.js'
import { freePort } from '../../../rig/ports.js'
import { patient } from '../../../support/pace.js'
import { type RouterFault, type RouterRig, timeoutOf } from './conformance.js'

/** A load balancer that reads its color from a file, and the three commands of an operator that know how to set it. */
const COMMANDS = {
  current: `
    case "$(cat "$LB/fault")" in
      gone) echo "no route to the load balancer" >&2; exit 7 ;;
      silent) sleep 60 ;;
      garbage) printf 'no sense at all\\0\\377\\n' ;;
      half) printf gre ;;
      stalls) printf gre; sleep 60 ;;
      floods) yes no sense at all | head -c 10000000 ;;
      *) cat "$LB/color" ;;
    esac`,
  check: `
    case "$(cat "$LB/fault")" in
      gone) exit 7 ;;
      silent | stalls) sleep 60 ;;
      floods) yes no sense at all | head -c 10000000; exit 1 ;;
    esac
    [[ ! -e "$LB/down-$CHANGEOVER_COLOR" && -d "$LB" ]]`,
  shift: `
    fault="$(cat "$LB/fault")"
    : > "$LB/fault"
    case "$fault" in
      refuses) echo "you may not" >&2; exit 1 ;;
      ignores) exit 0 ;;
      hangs) sleep 60 ;;
      garbles) yes no sense at all | head -c 10000000; exit 1 ;;
      dies) kill -9 $$ ;;
    esac
    echo "$CHANGEOVER_COLOR" > "$LB/color.new"
    mv "$LB/color.new" "$LB/color"
    [[ "$fault" != loses ]]`,
}

export async function commandRig(): Promise<RouterRig> {
  const dir = await mkdtemp(join(tmpdir(), 'changeover-command-'))
  const color = async () => (await readFile(join(dir, 'color'), 'utf8')).trim()
  await writeFile(join(dir, 'color'), 'blue\n')
  await writeFile(join(dir, 'fault'), '')
  const server = createServer((_request, response) => {
    void color().then((name) => response.end(`keystone_${name}`))
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${port}/`
  const shortMs = Math.min(Math.round(patient(500)), 3_000)
  let fault: RouterFault | undefined
  const router = (lb: string) => {
    const timeout = `${timeoutOf(fault, shortMs)}ms`
    const command = (run: string) => ({ run, timeout })
    return commandRouter(
      {
        current: command(COMMANDS.current),
        check: command(COMMANDS.check),
        shift: command(COMMANDS.shift),
      },
      { shell: bash, environment: 'production', variables: { LB: lb }, folder: join(dir, 'commands') },
    )
  }
  return {
    router: () => router(dir),
    served: async () => [(await askHttp({ url, timeoutMs: 30_000 })).body],
    url,
    breakColor: (down) => writeFile(join(dir, `down-${down}`), ''),
    unknownTarget: () => router(join(dir, 'absent')),
    async fail(to) {
      fault = to
      await writeFile(join(dir, 'fault'), to ?? '')
    },
    repair: async () => {
      for (const color of COLORS) await rm(join(dir, `down-${color}`), { force: true })
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(dir, { recursive: true, force: true })
    },
  }
}
