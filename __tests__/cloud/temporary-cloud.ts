import { mkdtemp, readFile, realpath, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../rig/ports.js'
import { Cloud } from './cloud.js'
import { Ports, State } from './state.js'

/** A cloud in a temporary folder, on ports that a cloud of the user's does not take. Nothing of it is started yet. */
export async function temporaryCloud(): Promise<Cloud> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'changeover-cloud-')))
  const state = new State(root)
  state.create()
  await new Ports(state).choose()
  const file = join(root, 'ports.json')
  const usual = JSON.parse(await readFile(file, 'utf8')) as Record<string, number>
  const taken = new Set(Object.values(usual))
  const own: Record<string, number> = {}
  for (const name of Object.keys(usual)) {
    let port = await freePort()
    while (taken.has(port)) port = await freePort()
    taken.add(port)
    own[name] = port
  }
  await writeFile(file, JSON.stringify(own))
  return new Cloud(root)
}
