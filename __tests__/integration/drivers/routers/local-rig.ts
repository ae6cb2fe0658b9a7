import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Color } from '../../../../src/drivers/color.js'
import { controlSocket } from '../../../../src/drivers/routers/local/control.js'
import { localRouter } from '../../../../src/drivers/routers/local/router.js'
import { freePort } from '../../../rig/ports.js'
import { patient } from '../../../support/pace.js'
import { type RouterFault, type RouterRig, timeoutOf } from './conformance.js'
import { startFaultySocket } from './faulty-socket.js'
import { bodyOf, FORWARDER, local, startLocalLab, urlOf } from './local-lab.js'
import { changeableFault } from './rigs.js'
import { startTextServer } from './traffic.js'

/** The forwarder, with what can be faulty between it and its control socket. */
export async function localRig(): Promise<RouterRig> {
  const lab = await startLocalLab()
  const service = async (name: string) => {
    const ports = [await freePort(), await freePort(), await freePort()] as const
    const servers = {
      blue: await startTextServer(`${name}_blue`, ports[1]),
      green: await startTextServer(`${name}_green`, ports[2]),
    }
    return { listen: local(ports[0]), blue: local(ports[1]), green: local(ports[2]), servers }
  }
  const made = { keystone: await service('keystone'), glance: await service('glance') }
  const strip = ({ listen, blue, green }: (typeof made)['keystone']) => ({ listen, blue, green })
  const services = { keystone: strip(made.keystone), glance: strip(made.glance) }
  const unused = local(await freePort())
  const shortMs = Math.min(patient(250), 2_000)
  let fault: RouterFault | undefined
  const options = () => ({
    stateDir: lab.stateDir,
    forwarder: FORWARDER,
    timeoutMs: timeoutOf(fault, shortMs),
    temporaryFolder: lab.dir,
  })
  await lab.addRouter(services).shiftTo('blue')

  const path = await controlSocket(
    Object.values(services).map(({ listen }) => listen),
    lab.dir,
  )
  const real = join(lab.dir, 'real.sock')
  await rename(path, real)
  const faults = changeableFault({
    shifts: (command) => command.includes('"shift"'),
    refusal: '{"error":"no"}\n',
    success: () => '{"pid":1,"color":"green"}\n',
  })
  const ended = new Set<Color>()
  const faulty = await startFaultySocket(path, real, faults.fault)
  return {
    router: () => localRouter({ services }, options()),
    served: () => Promise.all(Object.values(services).map(bodyOf)),
    url: urlOf(services.keystone),
    async breakColor(color) {
      for (const { servers } of Object.values(made)) await servers[color].stop()
      ended.add(color)
    },
    unknownTarget: () =>
      localRouter({ services: { ...services, glance: { ...services.glance, green: unused } } }, options()),
    async fail(to) {
      fault = to
      faults.set(to)
    },
    async repair() {
      for (const [name, { servers, blue, green }] of Object.entries(made)) {
        for (const color of ended) {
          servers[color] = await startTextServer(
            `${name}_${color}`,
            Number({ blue, green }[color].split(':')[1]),
          )
        }
      }
      ended.clear()
    },
    async stop() {
      await faulty.stop()
      await rename(real, path)
      await lab.stop()
      for (const { servers } of Object.values(made))
        await Promise.all([servers.blue.stop(), servers.green.stop()])
    },
  }
}
