import type { State } from '../../../src/deploy/ledger/state.js'
import { gitWithDeadline } from '../../../src/platform/git/git.js'
import { testGit } from '../../support/repository.js'

export const LEDGER = 'refs/changeover/production'

/** One record of a ledger: its line in the log, and the whole state. */
export interface LedgerRecord {
  subject: string
  state: State
}

/** All records of the ledger in a bare repository, oldest first. */
export async function recordsOf(bare: string): Promise<LedgerRecord[]> {
  const log = await testGit(bare, 'log', '--reverse', '--format=%H %s', LEDGER)
  const commits = log.split('\n').map((line) => ({ commit: line.slice(0, 40), subject: line.slice(41) }))
  const input = commits.map(({ commit }) => `${commit}:state.json\n`).join('')
  const blobs = await gitWithDeadline(['cat-file', '--batch'], { cwd: bare, input })
  let at = 0
  return commits.map(({ subject }) => {
    const start = blobs.indexOf('\n', at) + 1
    const size = Number(blobs.toString('utf8', at, start).trim().split(' ')[2])
    at = start + size + 1
    return { subject, state: JSON.parse(blobs.toString('utf8', start, start + size)) }
  })
}

/**
 * What is wrong with a ledger's history, as texts: an operation that was begun must have ended exactly once or be in flight,
 * records follow each other one by one, and a run that owns an operation loses it only when it is `gone`.
 */
export function flawsOf(records: readonly LedgerRecord[], gone: (pid: number) => boolean): string[] {
  const flaws: string[] = []
  records.forEach(({ state, subject }, at) => {
    const before = records[at - 1]?.state
    if (state.serial !== (before?.serial ?? 0) + 1)
      flaws.push(`${subject}: serial ${state.serial} follows ${before?.serial}`)
    const left = before?.operation
    if (!left) return
    const { operation, history } = state
    const ended = history.filter(({ id }) => id === left.id).length
    if (operation?.id === left.id ? ended !== 0 : ended !== 1) {
      flaws.push(`${subject}: the operation ${left.id} of ${left.release.version} ended ${ended} times`)
    }
    const owner = left.owner
    const isHandedOver =
      operation?.id === left.id && operation.owner !== null && operation.owner.pid !== owner?.pid
    if (owner && isHandedOver && !gone(owner.pid)) {
      flaws.push(`${subject}: taken from process ${owner.pid}, which was alive`)
    }
  })
  return flaws
}
