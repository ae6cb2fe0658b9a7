import { setTimeout as delay } from 'node:timers/promises'
import type { RunningCli } from '../../acceptance/site.js'
import { hasStandby, ReleasePool } from './release-pool.js'
import { type RunEnd, type SurvivalSite, wordOf } from './site.js'

/** A run that is killed after a share of the time that it would take. */
export interface Kill {
  number: number
  kind: 'deploy' | 'rollback'
  /** From 0 to 1. */
  share: number
}

export interface KillEnd extends Kill {
  /** The newest record that the killed run made, as the log has it, or why there is none. */
  diedAfter: string
  /** Runs that were needed after it, each in a word. */
  after: string[]
  /** Whether the last of them ended well. */
  good: boolean
  flaws: string[]
}

/** Runs after a death that may be needed at most. */
const TRIES = 3

/** The same kills for the same seed: deploys and rollbacks in turn, at moments that nobody chose. */
export function randomKills(count: number, seed: number): Kill[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, number) => ({
    number,
    kind: number % 2 === 0 ? 'deploy' : 'rollback',
    // most of the time is waiting, at the end: half of the moments are chosen before that
    share: random() * (number % 4 < 2 ? 1 : 0.4),
  }))
}

/** Numbers from 0 to 1 that look random, by a linear congruential generator. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** What is killed, how long it takes when it is not, and what it says then. */
export interface Undisturbed {
  pool: ReleasePool
  ms: Record<Kill['kind'], number>
}

/** Deploy and roll back once each, and see how long that takes. */
export async function measure(site: SurvivalSite): Promise<Undisturbed> {
  const pool = await ReleasePool.make(site)
  const timed = async (work: () => Promise<unknown>) => {
    const started = performance.now()
    await work()
    return performance.now() - started
  }
  const deploy = await timed(() => pool.deploy(site, undefined))
  const rollback = await timed(() => site.run('rollback'))
  return { pool, ms: { deploy, rollback } }
}

/** Kill a run at its moment, run the same again until it ends well, and look at what is left. */
export async function runKill(site: SurvivalSite, { pool, ms }: Undisturbed, kill: Kill): Promise<KillEnd> {
  const { kind, share } = kill
  if (kind === 'rollback' && !(await hasStandby(site))) await pool.deploy(site, undefined)
  const args = kind === 'deploy' ? ['deploy', '-r', await pool.unused(site)] : ['rollback']
  const { serial } = await site.state()
  const wasKilled = await killed(site.start(args), share * ms[kind])
  const isRecorded = (await site.state()).serial > serial
  const newest = isRecorded ? await site.lastRecord() : 'nothing recorded'
  const diedAfter = wasKilled ? newest : 'it was quicker'
  const after: string[] = []
  let good = false
  while (!good && after.length < TRIES) {
    const end = await site.run(...args)
    after.push(wordOf(end))
    good = isGood(end, newest)
  }
  return { ...kill, diedAfter, after, good, flaws: await site.flaws() }
}

/** SIGKILL, as when a machine runs out of memory: what the run had started goes on. @returns false when it had ended before */
async function killed(run: RunningCli, ms: number): Promise<boolean> {
  const timer = new AbortController()
  const kill = delay(ms, undefined, { signal: timer.signal }).then(
    () => process.kill(run.pid, 'SIGKILL'),
    () => {}, // it was quicker
  )
  const { exitCode } = await run.ended
  timer.abort()
  await kill
  return exitCode === null
}

/** Exit status 0. When the killed run had rolled back all the same, there is nothing more to roll back to. */
function isGood({ exitCode, result }: RunEnd, newest: string): boolean {
  if (exitCode === 0) return true
  return newest.endsWith('restored (completed)') && result?.reason === 'nothing_to_roll_back_to'
}
