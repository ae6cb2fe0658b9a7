import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dump } from 'js-yaml'
import { COLORS, type Color } from '../../src/drivers/color.js'
import { UserError } from '../../src/platform/errors.js'
import { registerIdentity } from './catalog.js'
import { CloudError } from './errors.js'
import { type HaproxyNodeInfo, type NodeNumber, nodeInfo, startNode } from './haproxy-nodes.js'
import { issueToken, type Token } from './identity.js'
import type { Ini } from './ini.js'
import { keystoneManage } from './keystone.js'
import { withLock } from './lock.js'
import { installPackages, missingPackages, PACKAGE_GROUPS, type PackageGroup } from './packages.js'
import { type Instance, planUp, runningInstances, SERVICES } from './services.js'
import { REGION, Site, seconds } from './site.js'
import { type Started, startPlan } from './start.js'
import { type PortName, State, stateRoot } from './state.js'
import { type ProcessStatus, statusOf } from './status.js'
import { stopAll, stopSome } from './stop.js'

export interface UpOptions {
  /** Start Keystone and Glance in this color; without it, plain. */
  color?: Color
  /** Options that win over our own in the configuration of a service. */
  settings?: Record<string, Ini>
  signal?: AbortSignal
}

/** A real OpenStack on the loopback address, all of it in one state folder. */
export class Cloud {
  readonly state: State
  private readonly site: Site
  private inFlight: { ending: AbortController; work: Promise<unknown> } | undefined

  /**
   * @param folder the state folder; see `stateRoot` for the default
   * @param progress told what happens, one line at a time
   */
  constructor(
    folder?: string,
    private readonly progress: (line: string) => void = () => {},
  ) {
    this.state = new State(stateRoot(folder))
    this.site = new Site(this.state)
  }

  /**
   * Install the packages of services; without names, those of all services and of the tools for tests.
   *
   * @throws UserError `unknown_service`, `needs_root`, `install_failed`
   */
  async install(names: readonly string[] = []): Promise<void> {
    const started = performance.now()
    this.state.create()
    const installed = await installPackages(groupsOf(names), join(this.state.log, 'install.log'))
    const what =
      installed.length === 0 ? 'everything was installed already' : `installed ${installed.join(' ')}`
    this.progress(`${what} (${seconds(started)})`)
  }

  /** The packages that {@link install} would install. @throws UserError `unknown_service` */
  missing(names: readonly string[] = []): Promise<string[]> {
    return missingPackages(groupsOf(names))
  }

  /**
   * Start services with what they need, and wait until they answer. What runs already is left alone.
   *
   * @returns what was started
   * @throws UserError `unknown_service`, `no_color`, `not_installed`, `port_in_use`, `busy`; CloudError when something
   *   did not start; the signal's reason when it aborts. What has started stays: `down` ends it.
   */
  async up(names: readonly string[], options: UpOptions = {}): Promise<Started[]> {
    this.state.create()
    const ending = new AbortController()
    const signal = AbortSignal.any([ending.signal, ...(options.signal ? [options.signal] : [])])
    const work = withLock(this.state, () => this.upLocked(names, options, signal, ending))
    this.inFlight = { ending, work }
    try {
      return await work
    } finally {
      this.inFlight = undefined
      this.site.context = { ...this.site.context, signal: undefined }
    }
  }

  /**
   * End processes: those named, otherwise everything, and then nothing is left, also of a run that was killed. An `up`
   * of this object that is still at work is cancelled.
   *
   * @param options.remove delete the state folder as well
   * @throws UserError `busy`, `unknown_process`; CloudError `left_behind`
   */
  async down(names: readonly string[] = [], options: { remove?: boolean } = {}): Promise<void> {
    if (!this.state.exists()) return
    this.inFlight?.ending.abort(new CloudError('cancelled', 'The cloud was taken down while it started.'))
    await this.inFlight?.work.catch(() => {}) // whoever called up is told
    await withLock(this.state, () => (names.length > 0 ? stopSome(this.site, names) : stopAll(this.site)))
    if (options.remove) await rm(this.state.root, { recursive: true, force: true })
  }

  /** All processes that were started and not ended, with what they use. */
  async status(): Promise<ProcessStatus[]> {
    return statusOf(this.site.processes)
  }

  /** The environment of a client that is the administrator. Holds the password. */
  env(color?: Color): Record<string, string> {
    return {
      OS_AUTH_URL: this.keystoneUrl(color),
      OS_USERNAME: 'admin',
      OS_PASSWORD: this.site.password,
      OS_PROJECT_NAME: 'admin',
      OS_USER_DOMAIN_ID: 'default',
      OS_PROJECT_DOMAIN_ID: 'default',
      OS_IDENTITY_API_VERSION: '3',
      OS_REGION_NAME: REGION,
      OS_CLIENT_CONFIG_FILE: this.cloudsYaml,
    }
  }

  /** The Identity API with its version: of one color, otherwise where users reach it now. */
  keystoneUrl(color?: Color): string {
    return `${this.url(color === undefined ? this.frontKeystone() : `keystone-${color}`)}/v3`
  }

  /** Where a port of this cloud is. */
  url(port: PortName): string {
    return this.site.url(port)
  }

  port(name: PortName): number {
    return this.site.ports.get(name)
  }

  /** A fresh token of the administrator's, from one color or from where users reach Keystone now. */
  token(color?: Color): Promise<Token> {
    const account = { username: 'admin', password: this.site.password, project: 'admin' }
    return issueToken(this.keystoneUrl(color), account)
  }

  node(number: NodeNumber): HaproxyNodeInfo {
    return nodeInfo(this.site, number)
  }

  /** Start one load balancer again. */
  startNode(number: NodeNumber): Promise<void> {
    return startNode(this.site, number)
  }

  /** End a process and its children without a warning, as a crash does. */
  kill(name: string): Promise<void> {
    return this.site.processes.kill(name)
  }

  /** Run keystone-manage as one color's own; `accept` names the exit statuses that are answers. */
  keystoneManage(color: Color | undefined, args: readonly string[], accept?: readonly number[]) {
    return keystoneManage(this.site, color, args, accept === undefined ? {} : { accept })
  }

  get cloudsYaml(): string {
    return join(this.state.root, 'clouds.yaml')
  }

  private async upLocked(
    names: readonly string[],
    options: UpOptions,
    signal: AbortSignal,
    ending: AbortController,
  ): Promise<Started[]> {
    await this.site.ports.choose()
    const running = runningInstances(this.site)
    const plan = planUp(names, options.color, running)
    await checkInstalled(plan)
    this.site.context = {
      instances: new Set([...running, ...plan].map(({ name }) => name)),
      settings: options.settings ?? {},
      progress: this.progress,
      signal,
    }
    const started = await startPlan(this.site, plan, (error) => ending.abort(error))
    if (this.runsKeystone()) await registerIdentity(this.site)
    await this.writeCloudsYaml()
    return started
  }

  private runsKeystone(): boolean {
    return ['keystone', 'keystone-blue', 'keystone-green'].some((name) => this.site.has(name))
  }

  private frontKeystone(): PortName {
    const instances = new Set(runningInstances(this.site).map(({ name }) => name))
    this.site.context = { ...this.site.context, instances }
    return this.site.frontPort('keystone')
  }

  /** One entry for where users are, and one for each color. */
  private async writeCloudsYaml(): Promise<void> {
    const entry = (color?: Color) => {
      const env = this.env(color)
      return {
        auth: {
          auth_url: env.OS_AUTH_URL,
          username: env.OS_USERNAME,
          password: env.OS_PASSWORD,
          project_name: env.OS_PROJECT_NAME,
          user_domain_id: 'default',
          project_domain_id: 'default',
        },
        region_name: REGION,
        identity_api_version: '3',
      }
    }
    const colors = Object.fromEntries(COLORS.map((color) => [`changeover-${color}`, entry(color)]))
    await this.state.write('clouds.yaml', dump({ clouds: { changeover: entry(), ...colors } }))
  }
}

/** What these services need; of no names, everything. */
function groupsOf(names: readonly string[]): readonly PackageGroup[] {
  if (names.length === 0) return PACKAGE_GROUPS
  return planUp(names, undefined, []).flatMap(({ service }) => service.packages)
}

async function checkInstalled(plan: readonly Instance[]): Promise<void> {
  const missing = await missingPackages(plan.flatMap(({ service }) => service.packages))
  if (missing.length === 0) return
  throw new UserError('not_installed', `These packages are not installed: ${missing.join(' ')}`, {
    remedy: 'Run: ./script/cloud install',
  })
}

/** The names that `up` takes. */
export const SERVICE_NAMES: readonly string[] = SERVICES.map(({ name }) => name)
