import { armHook, type Moment } from './kill-hook.js'
import { hasStandby, type ReleasePool } from './release-pool.js'
import { type SurvivalSite, wordOf } from './site.js'

/** One cell of the crash matrix: a run is killed at a record of its own, and another one comes after it. */
export interface Cell {
  /** What is killed. `finalize` is a deploy that goes on to its very end. */
  kind: 'deploy' | 'finalize' | 'rollback'
  /** As the log of the ledger has it. */
  record: string
  moment: Moment
  /** What comes after: the same again, or what an operator may want instead. */
  next: 'again' | 'rollback' | 'deploy'
}

export interface CellEnd extends Cell {
  /** Who had the users between the two runs: the color that was live before (`old`), the other one, or both (`split`). */
  users: string
  first: string
  /** How the runs after it ended. */
  after: string
  flaws: string[]
}

const RECORDS = {
  deploy: ['claimed', 'fetch', 'expand', 'deploy', 'verify', 'shift', 'bake', 'promoted'],
  finalize: ['contract', 'retire', 'promoted'],
  rollback: ['claimed', 'verify', 'shift', 'bake', 'restored'],
} as const

/** The whole matrix: each record of each operation, killed before and after it, with either run after it. */
export function wholeMatrix(): Cell[] {
  return (['deploy', 'finalize', 'rollback'] as const).flatMap((kind) =>
    RECORDS[kind].flatMap((record) => {
      const other = kind === 'rollback' ? ('deploy' as const) : ('rollback' as const)
      const cells: Cell[] = []
      for (const moment of ['before', 'after'] as const) {
        for (const next of ['again', other] as const) cells.push({ kind, record, moment, next })
      }
      for (const moment of ['unheard', 'lost'] as const) cells.push({ kind, record, moment, next: 'again' })
      return cells
    }),
  )
}

/**
 * How the run after must end. What was not recorded has not been: a run that is killed before the record of a phase has left
 * what the phase before it leaves.
 */
export function expectedEnd({ kind, record, moment, next }: Cell): string {
  const records: readonly string[] =
    kind === 'finalize' ? [...RECORDS.deploy.slice(0, -1), ...RECORDS.finalize] : RECORDS[kind]
  const at = records.indexOf(record) - (moment === 'before' ? 1 : 0)
  const reached = moment === 'lost' ? records.at(-1) : records[at] // a run that lives goes on to its end
  if (kind === 'rollback') return afterRollback(reached, next)
  if (next === 'again') return reached === 'promoted' ? 'unchanged (already_live)' : 'promoted'
  switch (reached) {
    case undefined: // nothing is known of it: users go back to the release before
    case 'shift':
    case 'bake':
      return 'restored'
    case 'promoted':
      return kind === 'finalize' ? 'refused (contracted)' : 'restored'
    case 'contract':
    case 'retire':
      return 'refused (contracted), deploy: promoted'
    default:
      return 'unchanged'
  }
}

/** How the run of a cell must end itself: one whose answer is lost lives, and sees for itself what became of its record. */
export function expectedFirst({ kind, moment }: Cell): string {
  if (moment !== 'lost') return 'killed'
  return kind === 'rollback' ? 'restored' : 'promoted'
}

function afterRollback(reached: string | undefined, next: Cell['next']): string {
  if (next !== 'again') return 'promoted'
  // once more would lead to the release that users were taken off
  return reached === 'restored' ? 'refused (nothing_to_roll_back_to)' : 'restored'
}

/** Kill a run, let the other one come after it, and look at what is left. */
export async function runCell(site: SurvivalSite, pool: ReleasePool, cell: Cell): Promise<CellEnd> {
  const { kind, record, moment, next } = cell
  if (!(await hasStandby(site))) await pool.deploy(site, undefined)
  const before = await site.state()
  const archive = await pool.unused(site)
  const deploy = ['deploy', '-r', archive, ...(kind === 'finalize' ? ['--until', 'finalized'] : [])]
  const args = kind === 'rollback' ? ['rollback'] : deploy
  await armHook(site.bare, moment, record === 'claimed' ? ': claimed by' : `: ${record}`)
  const first = await site.run(...args)
  const users = nameOf(await site.users(), before.live)
  const nextArgs = next === 'again' ? args : next === 'deploy' ? deploy : ['rollback']
  const after = [wordOf(await site.run(...nextArgs))]
  // there is no way back from there, so that the operation stays for the deploy that finishes it
  if ((await site.state()).operation) after.push(`deploy: ${wordOf(await site.run(...deploy))}`)
  return { ...cell, users, first: wordOf(first), after: after.join(', '), flaws: await site.flaws() }
}

function nameOf(users: string, live: string | null): string {
  if (users.includes('/')) return 'split'
  return users.startsWith(`${live} `) ? 'old' : 'new'
}
