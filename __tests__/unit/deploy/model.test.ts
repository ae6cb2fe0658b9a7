import { describe, expect, test } from '@jest/globals'
import { Choices, shrink } from './model/choices.js'
import { Coverage } from './model/coverage.js'
import { Scenario } from './model/scenario.js'

/** About 20 seconds of one core. */
const DEFAULT_RUNS = { blue_green: 25_000, in_place: 8_000 }
const { CHANGEOVER_MODEL_SEED: SEED, CHANGEOVER_MODEL_RUNS: RUNS } = process.env

type Strategy = keyof typeof DEFAULT_RUNS

interface Played {
  failure: string | undefined
  made: readonly number[]
  story: readonly string[]
}

async function play(
  strategy: Strategy,
  choices: Choices,
  coverage = new Coverage(strategy),
): Promise<Played> {
  const scenario = new Scenario(strategy, choices, coverage)
  try {
    await scenario.play()
    return { failure: undefined, made: choices.made, story: scenario.world.story }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    return { failure, made: choices.made, story: scenario.world.story }
  }
}

/** The story of a scenario that fails, as short as it can be told. */
async function told(strategy: Strategy, seed: number, first: Played): Promise<string> {
  const fails = async (made: readonly number[]) =>
    (await play(strategy, Choices.replay(made))).failure !== undefined
  const { failure, story } = await play(strategy, Choices.replay(await shrink(first.made, fails)))
  return [
    `CHANGEOVER_MODEL_SEED=${seed}: ${first.failure}`,
    `The shortest story that fails: ${failure}`,
    ...story,
  ].join('\n  ')
}

/**
 * The model test of the state machine: the real deploy, rollback and abort, with a ledger, a router and colors that are only
 * data. Up to four runs meet; before each of their calls it is decided who goes on, and whether the call has its effect,
 * is answered, fails, or is the last one of a run that is killed. The same seed decides the same.
 *
 * CHANGEOVER_MODEL_SEED plays one scenario of each kind, CHANGEOVER_MODEL_RUNS says how many are played.
 */
describe.each(['blue_green', 'in_place'] as const)(
  'runs that meet each other and every fault: %s',
  (strategy) => {
    const coverage = new Coverage(strategy)
    const runs = Number(RUNS ?? DEFAULT_RUNS[strategy])
    const seeds = SEED === undefined ? Array.from({ length: runs }, (_, index) => index + 1) : [Number(SEED)]

    test('keep the rules, and leave only what the next run can repair', async () => {
      for (const seed of seeds) {
        const played = await play(strategy, Choices.random(seed), coverage)
        if (played.failure !== undefined) throw new Error(await told(strategy, seed, played))
      }
    }, 600_000)

    test('die, and lose answers, in every phase; each operation was resumed, abandoned and aborted after each of them', () => {
      if (seeds.length < DEFAULT_RUNS[strategy]) return
      console.log(coverage.table())
      expect(coverage.missing()).toEqual([])
    })
  },
)
