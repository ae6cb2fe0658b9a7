import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where Changeover keeps what must outlive a run: unpacked releases, and the state of a local router.
 * `CHANGEOVER_STATE_DIR`, otherwise the user's state folder.
 */
export function stateFolder(env: Record<string, string | undefined>): string {
  if (env.CHANGEOVER_STATE_DIR) return env.CHANGEOVER_STATE_DIR
  return join(env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'changeover')
}
