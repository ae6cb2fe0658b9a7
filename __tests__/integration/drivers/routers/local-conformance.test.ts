import { describe } from '@jest/globals'
import { conformance } from './conformance.js'
import { localRig } from './local-rig.js'

describe('the local router', () => conformance(localRig, true))
