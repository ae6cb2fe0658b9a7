import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { controlSocket } from '../../../../src/drivers/routers/local/control.js'
import { localRouter } from '../../../../src/drivers/routers/local/router.js'
import { freePort } from '../../../rig/ports.js'
import { patient } from '../../../support/pace.js'
import type { RouterRig } from './conformance.js'
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
  const nobody = local(await freePort())
  const options = {
    stateDir: lab.stateDir,
    forwarder: FORWARDER,
    timeoutMs: patient(500),
    temporaryFolder: lab.dir,
  }
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
  const faulty = await startFaultySocket(path, real, faults.fault)
  return {
    router: () => localRouter({ services }, options),
    served: () => Promise.all(Object.values(services).map(bodyOf)),
    url: urlOf(services.keystone),
    async breakColor(color) {
      for (const { servers } of Object.values(made)) await servers[color].stop()
    },
    unknownTarget: () =>
      localRouter({ services: { ...services, glance: { ...services.glance, green: nobody } } }, options),
    fail: async (fault) => faults.set(fault),
    async stop() {
      await faulty.stop()
      await rename(real, path)
      await lab.stop()
      for (const { servers } of Object.values(made))
        await Promise.all([servers.blue.stop(), servers.green.stop()])
    },
  }
}
