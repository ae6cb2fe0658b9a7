import { expect, test } from '@jest/globals'
import { MACHINE, PHASES } from '../../../src/deploy/phases/phases.js'
import { BACK, BLUE_GREEN, IN_PLACE } from '../../../src/deploy/phases/run.js'

const namesOf = (steps: typeof BACK) => steps.map(({ phase }) => phase)
const phasesOf = (kind: 'deploy' | 'rollback') =>
  MACHINE.filter((rule) => rule.in.some((each) => each === kind)).map(({ phase }) => phase)

test('a deploy to two colors has the phases of the table, in its order', () => {
  expect(namesOf(BLUE_GREEN)).toEqual(phasesOf('deploy'))
})

test('a rollback to the other color has the phases of the table, in its order', () => {
  expect(namesOf(BACK)).toEqual(phasesOf('rollback'))
})

test('a deploy in place has phases of the table, and no shift', () => {
  expect(PHASES).toEqual(expect.arrayContaining(namesOf(IN_PLACE)))
  expect(namesOf(IN_PLACE)).not.toContain('shift')
})
