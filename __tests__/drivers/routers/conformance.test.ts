import { describe } from '@jest/globals'
import { commandRig } from './command-rig.js'
import { conformance } from './conformance.js'
import { describeWithHaproxy } from './haproxy-lab.js'
import { localRig } from './local-rig.js'
import { haproxyRig } from './rigs.js'

describeWithHaproxy('the haproxy router with a map', () => conformance(() => haproxyRig('map')))
describeWithHaproxy('the haproxy router with servers', () => conformance(() => haproxyRig('servers')))
describe('the local router', () => conformance(localRig))
describe('the command router', () => conformance(commandRig))
