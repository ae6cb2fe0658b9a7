import { describe } from '@jest/globals'
import { commandRig } from './command-rig.js'
import { conformance } from './conformance.js'
import { describeWithHaproxy } from './haproxy-lab.js'
import { localRig } from './local-rig.js'
import { haproxyRig } from './rigs.js'

for (const nodes of [2, 3] as const) {
  for (const mode of ['map', 'servers'] as const) {
    describeWithHaproxy(
      `the haproxy router with ${mode === 'map' ? 'a map' : 'servers'}, ${nodes} nodes`,
      () => conformance(() => haproxyRig(mode, undefined, undefined, nodes)),
    )
  }
}
describe('the local router', () => conformance(localRig))
describe('the command router', () => conformance(commandRig))
