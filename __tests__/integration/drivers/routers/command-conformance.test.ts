import { describe } from '@jest/globals'
import { commandRig } from './command-rig.js'
import { conformance } from './conformance.js'

describe('the command router', () => conformance(commandRig, true))
