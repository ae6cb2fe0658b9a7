import { conformance } from './conformance.js'
import { describeWithHaproxy } from './haproxy-lab.js'
import { haproxyRig } from './rigs.js'

describeWithHaproxy('the haproxy router with a map', () => conformance(() => haproxyRig('map')))
describeWithHaproxy('the haproxy router with servers', () => conformance(() => haproxyRig('servers')))
