import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { livenessOf, thisOwner } from '../../src/deploy/lease/owner.js'
import { gitLedger } from '../../src/deploy/ledger/git-ledger.js'
import type { Ledger, LedgerHistory } from '../../src/deploy/ledger/ledger.js'
import type { State } from '../../src/deploy/ledger/state.js'
import { startMonitor } from '../../src/deploy/monitor/monitor.js'
import { type AbortRequest, abort } from '../../src/deploy/operations/abort.js'
import { type DeployRequest, deploy } from '../../src/deploy/operations/deploy.js'
import type { OperationResult } from '../../src/deploy/operations/result.js'
import { rollback } from '../../src/deploy/operations/rollback.js'
import type { RollbackRequest } from '../../src/deploy/operations/rollback-target.js'
import { unpackedOnDisk } from '../../src/deploy/phases/fetch.js'
import type { Ports } from '../../src/deploy/phases/operation.js'
import { commandRunner } from '../../src/drivers/command.js'
import { environmentOf } from '../../src/manifest/load.js'
import { systemClock } from '../../src/platform/clock.js'
import { Cancelled } from '../../src/platform/errors.js'
import { type Log, silentLog } from '../../src/platform/log.js'
import { bash } from '../../src/platform/shell.js'
import { openRelease, type Release } from '../../src/release/open.js'
import { type LedgerRecords, memoryLedger } from './memory-ledger.js'
import { packFiles } from './pack-files.js'
import { makeRepository } from './repository.js'
import { TwoColors } from './two-colors.js'

/**
 * A production environment that is made of small commands that write down what they were told, its ledger, and two
 * colors in memory.
 */
export class Scene {
  readonly log: Log = silentLog
  private made = 0
  private readonly records: LedgerRecords = { commits: [] }

  private constructor(
    readonly folder: string,
    readonly colors: TwoColors,
    /** The Git repository that the ledger is kept in; without one it is in memory. */
    readonly repository: string | undefined,
  ) {}

  static async create(folder: string): Promise<Scene> {
    return new Scene(folder, await TwoColors.start(), undefined)
  }

  /** With a real ledger, in a Git repository. */
  static async inGit(folder: string): Promise<Scene> {
    const repository = join(folder, 'repository')
    await mkdir(repository)
    await makeRepository(repository, { 'seed.txt': '' })
    return new Scene(folder, await TwoColors.start(), repository)
  }

  /** The production environment; `overrides` replace keys of it. */
  settings(overrides: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      strategy: 'blue_green',
      env: { DIARY: join(this.folder, 'diary'), LIVE: this.colors.url },
      expand: { run: 'echo "expand live=$CHANGEOVER_LIVE_COLOR" >> "$DIARY"' },
      deploy: { run: 'echo "deploy $CHANGEOVER_RELEASE to $CHANGEOVER_COLOR" >> "$DIARY"', timeout: '1m' },
      verify: [
        { name: 'says yes', run: 'test ! -e "$DIARY.sick-$CHANGEOVER_COLOR"', every: '50ms', failures: 1 },
      ],
      router: { local: { services: { web: { listen: 'a:1', blue: 'a:2', green: 'a:3' } } } },
      monitor: { url: '${LIVE}', rate: 100, timeout: '20s' },
      bake: { for: '300ms' },
      contract: { run: 'echo "contract on $CHANGEOVER_COLOR, live=$CHANGEOVER_LIVE_COLOR" >> "$DIARY"' },
      retire: { run: 'echo "retire $CHANGEOVER_COLOR, live=$CHANGEOVER_LIVE_COLOR" >> "$DIARY"' },
      ...overrides,
    }
  }

  /** A release of the repository with these settings. Each one differs from all others. */
  async release(version: string, settings: Record<string, unknown> = this.settings()): Promise<Release> {
    const manifest = { version: 1, name: 'region-one', environments: { production: settings } }
    const files = { 'changeover.yml': JSON.stringify(manifest), 'content.txt': `${this.made++}` }
    return openRelease(await packFiles(join(this.folder, 'releases'), version, files))
  }

  async ports(overrides: Partial<Ports> = {}): Promise<Ports> {
    return {
      ledger: this.ledger(),
      shell: bash,
      runCommand: commandRunner(bash, this.log),
      clock: systemClock,
      log: this.log,
      owner: await thisOwner({ USER: 'test' }),
      liveness: livenessOf,
      processEnv: { PATH: process.env.PATH },
      router: () => this.colors,
      monitor: startMonitor,
      releasesFolder: join(this.folder, 'unpacked'),
      unpacked: unpackedOnDisk,
      ...overrides,
    }
  }

  /** The ledger as a run of its own sees it. */
  ledger(): Ledger & LedgerHistory {
    const options = { environment: 'production', strategy: 'blue_green', now: systemClock.now } as const
    return this.repository === undefined
      ? memoryLedger(this.records, options)
      : gitLedger({ folder: this.repository, remote: undefined, ...options })
  }

  state(): Promise<State> {
    return this.ledger().read()
  }

  /** What the environment's commands have written down, oldest first. */
  async diary(): Promise<string[]> {
    const text = await readFile(join(this.folder, 'diary'), 'utf8').catch(() => '')
    return text.trim().split('\n').filter(Boolean)
  }

  /** Subjects of the ledger's records, oldest first. */
  async journal(): Promise<string[]> {
    return (await this.ledger().history(1_000)).map(({ why }) => why).reverse()
  }

  async deploy(
    release: Release,
    options: Partial<DeployRequest> & { ports?: Partial<Ports>; signal?: AbortSignal } = {},
  ): Promise<OperationResult> {
    const { ports, signal, ...request } = options
    const settings = environmentOf(release.settings, 'production')
    return deploy(
      { environment: 'production', settings, release, until: 'shifted', takeOver: false, ...request },
      await this.ports(ports),
      signal ?? new AbortController().signal,
    )
  }

  async rollback(
    options: Partial<RollbackRequest> & { ports?: Partial<Ports>; signal?: AbortSignal } = {},
  ): Promise<OperationResult> {
    const { ports, signal, ...request } = options
    return rollback(
      { environment: 'production', to: undefined, release: undefined, takeOver: false, ...request },
      await this.ports(ports),
      signal ?? new AbortController().signal,
    )
  }

  async abort(options: Partial<AbortRequest> & { ports?: Partial<Ports> } = {}): Promise<OperationResult> {
    const { ports, ...request } = options
    const plain = { expired: false, teardown: true, release: undefined, takeOver: false }
    const signal = new AbortController().signal
    return abort({ environment: 'production', ...plain, ...request }, await this.ports(ports), signal)
  }

  /** A signal that aborts as Ctrl-C does, when it is called. */
  static cancel(): { signal: AbortSignal; now: () => void } {
    const controller = new AbortController()
    return { signal: controller.signal, now: () => controller.abort(new Cancelled('SIGINT')) }
  }
}
