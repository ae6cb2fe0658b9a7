import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { State } from '../../../src/deploy/ledger/state.js'
import type { OperationResult } from '../../../src/deploy/operations/result.js'
import type { Color } from '../../../src/drivers/color.js'
import { type CliResult, Site as CliSite, type RunningCli } from '../../acceptance/site.js'
import { testGit } from '../../support/repository.js'
import { startBackends } from './backends.js'
import { installKillHook } from './kill-hook.js'
import { flawsOf, LEDGER, recordsOf } from './ledger-log.js'
import { type Load, startLoad } from './load.js'
import { type NodeState, type RouterNode, startNode, truthOf } from './nodes.js'

/** How a run of the command line ended. */
export interface RunEnd extends CliResult {
  /** `undefined` when it was killed before it could say anything. */
  result: OperationResult | undefined
}

/** Users who ask each node, each second. */
const RATE = 50

/**
 * A production that something happens to: a repository whose ledger is in a bare remote, two HAProxy nodes in front of a
 * blue and a green service, users who never stop asking, and the built command line. All of it is the real thing.
 */
export class SurvivalSite {
  private readonly ended = new Set<number>()

  private constructor(
    readonly cli: CliSite,
    readonly bare: string,
    readonly nodes: readonly RouterNode[],
    readonly load: Load,
    private readonly ports: Record<Color, number>,
    private readonly started: (() => Promise<void>)[],
  ) {}

  /** @param changes keys of the environment that replace others */
  static async start(changes: Record<string, unknown> = {}): Promise<SurvivalSite> {
    const cli = await CliSite.of({ 'content.txt': '' })
    const started: (() => Promise<void>)[] = [() => cli.remove()]
    try {
      const backends = await startBackends(cli.root)
      started.unshift(() => backends.stop())
      const nodes: RouterNode[] = []
      for (const name of ['lb1', 'lb2']) {
        const node = await startNode(cli.root, name, backends.ports)
        nodes.push(node)
        started.unshift(() => node.haproxy.stop())
      }
      const bare = join(cli.root, 'ledger.git')
      await testGit(cli.root, 'init', '--quiet', '--bare', bare)
      await testGit(cli.repository, 'remote', 'add', 'origin', bare)
      await installKillHook(bare)
      const urls = nodes.map(({ url }) => url)
      const load = startLoad(urls, RATE)
      started.unshift(() => load.stop())
      const site = new SurvivalSite(cli, bare, nodes, load, backends.ports, started)
      await site.configure(changes)
      return site
    } catch (error) {
      for (const stop of started) await stop()
      throw error
    }
  }

  /** Write changeover.yml, and commit it. */
  async configure(changes: Record<string, unknown> = {}): Promise<void> {
    const manifest = {
      version: 1,
      name: 'region-one',
      environments: { production: { ...this.settings(), ...changes } },
    }
    await this.cli.write('changeover.yml', JSON.stringify(manifest, null, 2))
    await this.cli.commit('configure')
  }

  private settings(): Record<string, unknown> {
    const { blue, green } = this.ports
    const note = (phase: string) =>
      `echo "${phase} $CHANGEOVER_COLOR live=$CHANGEOVER_LIVE_COLOR" >> "$DIARY"`
    return {
      strategy: 'blue_green',
      env: { SITE: this.cli.root, DIARY: join(this.cli.root, 'diary') },
      colors: { blue: { env: { PORT: String(blue) } }, green: { env: { PORT: String(green) } } },
      expand: { run: note('expand') },
      deploy: {
        run: `${note('deploy')}\necho "$CHANGEOVER_RELEASE" > "$SITE/$CHANGEOVER_COLOR.next"\nmv "$SITE/$CHANGEOVER_COLOR.next" "$SITE/$CHANGEOVER_COLOR.version"`,
        timeout: '30s',
      },
      verify: [{ name: 'answers', http: { url: 'http://127.0.0.1:${PORT}/' }, every: '50ms', passes: 2 }],
      router: {
        haproxy: {
          nodes: this.nodes.map(({ named, mapFile }) => ({ socket: `unix://${named}`, map_file: mapFile })),
          map: { web: 'web_{color}' },
        },
      },
      monitor: { url: this.nodes[0]?.url, rate: 50 },
      bake: { for: '300ms' },
      contract: { run: note('contract') },
      retire: { run: note('retire') },
    }
  }

  /** Package the repository as it is: another version is another release. @returns the archive */
  async release(version: string): Promise<string> {
    await this.cli.write('content.txt', version)
    await this.cli.commit(version)
    return (await this.cli.package(version)).path
  }

  start(args: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}): RunningCli {
    const run = this.cli.startCli([...args, '-e', 'production', '--format', 'json'], options)
    void run.ended.then(() => this.ended.add(run.pid))
    return run
  }

  async run(...args: string[]): Promise<RunEnd> {
    return endOf(await this.start(args).ended)
  }

  /** What the ledger says now. */
  async state(): Promise<State> {
    return JSON.parse(await testGit(this.bare, 'show', `${LEDGER}:state.json`))
  }

  /** The line that the log has for the newest record. */
  lastRecord(): Promise<string> {
    return testGit(this.bare, 'log', '-1', '--format=%s', LEDGER)
  }

  /** What the nodes say now. */
  async truth(): Promise<NodeState[]> {
    return Promise.all(this.nodes.map(truthOf))
  }

  /** Where users are now, in a word for tables: a color with its version, or what differs between the nodes. */
  async users(): Promise<string> {
    const served = new Set((await this.truth()).map((truth) => truth.served))
    return [...served].join(' / ')
  }

  /**
   * All that is wrong with the site while nobody works on it, as texts: ledger, nodes, map files and users must agree, the
   * ledger must explain what happened, no command may have touched the live color, and no user may have been turned away.
   */
  async flaws(waiting = false): Promise<string[]> {
    const [state, truth, diary] = await Promise.all([this.state(), this.truth(), this.diary()])
    const live = state.live && state[state.live]
    const expected = {
      memory: state.live,
      file: state.live,
      served: `${state.live} ${live?.release.version}`,
    }
    const disagreeing = truth
      .filter(
        ({ memory, file, served }) =>
          memory !== expected.memory || file !== expected.file || served !== expected.served,
      )
      .map((node) => `the ledger says ${expected.served}, a node ${JSON.stringify(node)}`)
    const open = waiting ? state.operation?.owner : state.operation
    return [
      ...disagreeing,
      ...(open ? [`an operation is left: ${JSON.stringify(state.operation)}`] : []),
      ...flawsOf(await recordsOf(this.bare), (pid) => this.ended.has(pid)),
      ...diary.filter((line) => /^(?:expand|deploy|retire) (\w+) live=\1$/.test(line)),
      ...this.load.failures(),
    ]
  }

  /** What the environment's commands have written down, oldest first. */
  async diary(): Promise<string[]> {
    const text = await readFile(join(this.cli.root, 'diary'), 'utf8').catch(() => '')
    return text.split('\n').filter(Boolean)
  }

  async stop(): Promise<void> {
    for (const stop of this.started) await stop()
  }
}

/** The result that a run printed, if it came to that. */
export function endOf(end: CliResult): RunEnd {
  const result = end.stdout.trim() === '' ? undefined : JSON.parse(end.stdout)
  return { ...end, result }
}

/** How a run ended, in a word for tables. */
export function wordOf({ result, exitCode }: RunEnd): string {
  if (!result) return exitCode === null ? 'killed' : `exit ${exitCode}`
  return result.reason === 'completed' ? result.outcome : `${result.outcome} (${result.reason})`
}
