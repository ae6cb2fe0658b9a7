import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { livenessOf, thisOwner } from '../../src/deploy/lease/owner.js'
import { gitLedger } from '../../src/deploy/ledger/git-ledger.js'
import type { Ledger } from '../../src/deploy/ledger/ledger.js'
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
import { buildRelease } from '../../src/release/build.js'
import { openRelease, type Release } from '../../src/release/open.js'
import { commitAll, makeRepository, testGit, writeFiles } from './repository.js'
import { TwoColors } from './two-colors.js'

/**
 * A repository whose production environment is made of small commands that write down what they were told, a
 * real ledger in it, and two colors in memory.
 */
export class Scene {
  readonly log: Log = silentLog
  private made = 0

  private constructor(
    readonly folder: string,
    readonly repository: string,
    readonly colors: TwoColors,
  ) {}

  static async create(folder: string): Promise<Scene> {
    const repository = join(folder, 'repository')
    await writeFiles(repository, { 'seed.txt': '' })
    await makeRepository(repository, {})
    return new Scene(folder, repository, await TwoColors.start())
  }

  /** The production environment; `overrides` replace keys of it. */
  settings(overrides: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      strategy: 'blue_green',
      env: { DIARY: join(this.folder, 'diary'), LIVE: this.colors.url },
      expand: { run: 'echo "expand live=$CHANGEOVER_LIVE_COLOR" >> "$DIARY"' },
      deploy: { run: 'echo "deploy $CHANGEOVER_RELEASE to $CHANGEOVER_COLOR" >> "$DIARY"', timeout: '10s' },
      verify: [
        { name: 'says yes', run: 'test ! -e "$DIARY.sick-$CHANGEOVER_COLOR"', every: '50ms', failures: 1 },
      ],
      router: { local: { services: { web: { listen: 'a:1', blue: 'a:2', green: 'a:3' } } } },
      monitor: { url: '${LIVE}', rate: 100, timeout: '1s' },
      bake: { for: '300ms' },
      contract: { run: 'echo "contract on $CHANGEOVER_COLOR, live=$CHANGEOVER_LIVE_COLOR" >> "$DIARY"' },
      retire: { run: 'echo "retire $CHANGEOVER_COLOR, live=$CHANGEOVER_LIVE_COLOR" >> "$DIARY"' },
      ...overrides,
    }
  }

  /** A release of the repository with these settings. Each one differs from all others. */
  async release(version: string, settings: Record<string, unknown> = this.settings()): Promise<Release> {
    const manifest = { version: 1, name: 'region-one', environments: { production: settings } }
    const content = `${this.made++}`
    await writeFiles(this.repository, { 'changeover.yml': JSON.stringify(manifest), 'content.txt': content })
    await commitAll(this.repository, version)
    const { path } = await buildRelease({
      folder: this.repository,
      version,
      output: join(this.folder, 'releases'),
    })
    return openRelease(path)
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

  ledger(remote?: string): Ledger {
    const { now } = systemClock
    return gitLedger({
      folder: this.repository,
      environment: 'production',
      strategy: 'blue_green',
      remote,
      now,
    })
  }

  state(): Promise<State> {
    return this.ledger().read()
  }

  /** What the environment's commands have written down, oldest first. */
  async diary(): Promise<string[]> {
    const text = await readFile(join(this.folder, 'diary'), 'utf8').catch(() => '')
    return text.trim().split('\n').filter(Boolean)
  }

  /** Subjects of the ledger's commits, oldest first. */
  async journal(): Promise<string[]> {
    const log = await testGit(
      this.repository,
      'log',
      '--reverse',
      '--format=%s',
      'refs/changeover/production',
    )
    return log.split('\n')
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
