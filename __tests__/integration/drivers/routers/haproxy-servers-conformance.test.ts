import { conformance } from './conformance.js'
import { describeWithHaproxy } from './haproxy-lab.js'
import { haproxyRig } from './rigs.js'

for (const nodes of [2, 3] as const) {
  describeWithHaproxy(`the haproxy router with servers, ${nodes} nodes`, () =>
    conformance(() => haproxyRig('servers', undefined, undefined, nodes), true),
  )
}
