import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { EnvironmentSettings } from '../../../generated/manifest.js'
import { commandRunner } from '../../drivers/command.js'
import { createRouter } from '../../drivers/routers/create.js'
import { type LocalRouter, type LocalRouterOptions, localRouter } from '../../drivers/routers/local/router.js'
import { expandDeep, variablesOf } from '../../manifest/values.js'
import { systemClock } from '../../platform/clock.js'
import { UserError } from '../../platform/errors.js'
import { stateFolder } from '../../platform/files.js'
import { gitText, repositoryRoot } from '../../platform/git/git.js'
import type { GitHubApi } from '../../platform/github-api.js'
import type { Log } from '../../platform/log.js'
import { packageRoot } from '../../platform/package-root.js'
import { bash } from '../../platform/shell.js'
import { gitLease } from '../lease/git-lease.js'
import { askLiveness } from '../lease/liveness.js'
import { thisOwner } from '../lease/owner.js'
import { gitLedger } from '../ledger/git-ledger.js'
import type { Ledger, LedgerHistory } from '../ledger/ledger.js'
import { ledgerLogin } from '../ledger/login.js'
import type { State } from '../ledger/state.js'
import { startMonitor } from '../monitor/monitor.js'
import { unpackedOnDisk } from '../phases/fetch.js'
import type { Ports } from '../phases/operation.js'

export interface WireOptions {
  /** A folder of the repository that has the ledger. */
  folder: string
  environment: string
  strategy: State['strategy']
  /** The remote that has the ledger; `undefined`: origin if there is one, otherwise this repository. */
  remote: string | undefined
  /** For the remote, when the checkout has no credentials; default: GITHUB_TOKEN or GH_TOKEN. */
  token?: string | undefined
  /** Tells whether the workflow runs of other operations still work. */
  gitHub?: GitHubApi | undefined
  log: Log
}

export interface RealPorts extends Ports {
  ledger: Ledger & LedgerHistory
  /** Where the local router keeps its state on this machine. */
  localRouter: LocalRouterOptions
}

/** The program of the local router: it keeps running after the command that starts it. */
const FORWARDER = join(packageRoot(), 'dist/local-forwarder.js')

/**
 * The real ports: Git, Bash, the clock, the router and the disk of this machine.
 *
 * @throws UserError `not_a_repository`, `unknown_remote`, `invalid_environment`
 */
export async function realPorts(options: WireOptions): Promise<RealPorts> {
  const { environment, log } = options
  if (!/^[a-z0-9][a-z0-9_-]{0,62}$/.test(environment)) {
    throw new UserError('invalid_environment', `"${environment}" is not a valid name of an environment.`, {
      remedy: 'Use lowercase letters, digits, dashes and underscores.',
    })
  }
  const root = await repositoryRoot(options.folder)
  const remote = await chooseRemote(root, options.remote)
  // two clouds may both have a "production": the address of the ledger tells them apart
  const place = remote === undefined ? root : await gitText(['remote', 'get-url', remote], { cwd: root })
  const key = createHash('sha256').update(place).digest('hex').slice(0, 12)
  const state = join(stateFolder(process.env), `${environment}-${key}`)
  const token = options.token || process.env.GITHUB_TOKEN || process.env.GH_TOKEN
  const login = remote === undefined ? {} : await ledgerLogin(root, place, token, process.env)
  const kept = { folder: root, environment, remote, env: login, now: systemClock.now }
  const lease = gitLease(kept)
  const localRouter = { stateDir: join(state, 'router'), forwarder: FORWARDER }
  return {
    ledger: gitLedger({ ...kept, strategy: options.strategy }),
    lease,
    shell: bash,
    runCommand: commandRunner(bash, log),
    clock: systemClock,
    log,
    owner: await thisOwner(process.env),
    liveness: askLiveness({ gitHub: options.gitHub, lease, clock: systemClock, log }),
    processEnv: process.env,
    router: (settings, variables) =>
      createRouter(settings, {
        ...localRouter,
        shell: bash,
        environment,
        variables,
        folder: join(state, 'router'),
      }),
    monitor: startMonitor,
    localRouter,
    releasesFolder: join(state, 'releases'),
    unpacked: unpackedOnDisk,
  }
}

/** The local router of an environment, to start or stop it. @throws UserError `no_local_router` */
export function localRouterOf(
  environment: string,
  settings: EnvironmentSettings,
  ports: RealPorts,
): LocalRouter {
  const local = settings.strategy === 'blue_green' ? settings.router.local : undefined
  if (local) {
    return localRouter(
      expandDeep(local, variablesOf(settings, undefined, ports.processEnv), 'router.local'),
      ports.localRouter,
    )
  }
  throw new UserError('no_local_router', `${environment} does not use the local router.`, {
    remedy: 'Start and stop other routers yourself.',
  })
}

async function chooseRemote(root: string, asked: string | undefined): Promise<string | undefined> {
  const remotes = (await gitText(['remote'], { cwd: root })).split('\n').filter(Boolean)
  if (asked === undefined) return remotes.includes('origin') ? 'origin' : undefined
  if (remotes.includes(asked)) return asked
  throw new UserError('unknown_remote', `The repository has no remote "${asked}".`, {
    remedy:
      remotes.length > 0
        ? `It has: ${remotes.join(', ')}.`
        : 'It has no remotes: leave the option out to keep the ledger in this repository.',
  })
}
