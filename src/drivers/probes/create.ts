import { validateHeaderValue } from 'node:http'
import type { HttpProbeSettings, ProbeSettings, TcpProbeSettings } from '../../../generated/manifest.js'
import { duration, expand, expandDeep, type Variables } from '../../manifest/values.js'
import { UserError } from '../../platform/errors.js'
import type { Shell } from '../../platform/shell.js'
import { parseAddress } from '../address.js'
import { COLORS, type Color, otherColor } from '../color.js'
import { type CommandContext, shellCommand } from '../command.js'
import type { ScheduledProbe } from './ask.js'
import { httpProbe } from './http.js'
import { type CrossColor, openstackProbe } from './openstack.js'
import type { Probe } from './probe.js'
import { prometheusProbe } from './prometheus.js'
import { runProbe } from './run.js'
import { sessionOpener } from './sessions.js'
import { tcpProbe } from './tcp.js'
import { readTrust } from './tls.js'

/**
 * The probes that the manifest asks for, with their variables expanded and the defaults of the schema. Those with the same
 * credentials share a session.
 *
 * @param when.phase only the probes of this phase; without one, probes that need two colors are asked as before a shift
 * @param when.other the variables of the other color, when it has the traffic and can be compared with
 * @throws UserError `variable_missing`, `probe_address_invalid`, `probe_header_invalid`
 */
export function createProbes(
  settings: readonly ProbeSettings[],
  context: CommandContext,
  shell: Shell,
  { phase, other }: { phase?: 'verify' | 'bake'; other?: Variables | undefined } = {},
): ScheduledProbe[] {
  const opener = sessionOpener(context.release.folder)
  return settings.flatMap((probe, index) => {
    if (phase && probe.during && probe.during !== phase) return []
    const { every, timeout, passes = 1, failures = 10, inconclusive = 10 } = probe
    const name = probe.name ?? nameOf(probe) ?? `verify[${index}]`
    const where = `verify[${index}]`
    const timeoutMs = duration(timeout, '5s')
    const maker = new ProbeMaker({ where, name, timeoutMs, context, other, phase, shell, opener })
    const schedule = { everyMs: duration(every, '1s'), passes, failures, inconclusive }
    return [{ probe: probeOf(probe, maker), schedule }]
  })
}

/** Whether one of the probes needs the files of the release. */
export function needFiles(settings: readonly ProbeSettings[]): boolean {
  return settings.some(({ run, http, prometheus, openstack }) => {
    const ca = (http ?? prometheus ?? openstack)?.tls?.ca
    const cloud = openstack?.cloud ?? openstack?.clouds_file
    return run !== undefined || ca !== undefined || cloud !== undefined
  })
}

function nameOf({ http, tcp, prometheus, openstack, run }: ProbeSettings): string | undefined {
  if (openstack) return `openstack ${(openstack.services ?? ['keystone']).join(', ')}`
  return http?.url ?? tcp?.address ?? prometheus?.query ?? run
}

/** The keys of a probe that say how it is asked. Every other key names a driver. */
type Common = 'name' | 'during' | 'every' | 'timeout' | 'passes' | 'failures' | 'inconclusive'
type Kinds = Required<Omit<ProbeSettings, Common>>

/** A driver for each probe of the manifest's schema. A new one does not compile before it has a driver here. */
const DRIVERS: { [K in keyof Kinds]: (settings: Kinds[K], maker: ProbeMaker) => Probe } = {
  http: (settings, maker) => maker.http(settings),
  tcp: (settings, maker) => maker.tcp(settings),
  openstack: (settings, maker) => maker.openstack(settings),
  prometheus: (settings, maker) => maker.prometheus(settings),
  run: (settings, maker) => maker.run(settings),
}

function probeOf(settings: ProbeSettings, maker: ProbeMaker): Probe {
  for (const kind of Object.keys(DRIVERS) as (keyof Kinds)[]) {
    const probe = oneOf(kind, settings, maker)
    if (probe) return probe
  }
  throw new Error('the schema accepts a probe without a kind')
}

function oneOf<K extends keyof Kinds>(
  kind: K,
  settings: Partial<Kinds>,
  maker: ProbeMaker,
): Probe | undefined {
  const own = settings[kind]
  return own === undefined ? undefined : DRIVERS[kind](own, maker)
}

interface MakerOptions {
  /** The place in the manifest, for messages. */
  where: string
  name: string
  timeoutMs: number
  context: CommandContext
  other: Variables | undefined
  phase: 'verify' | 'bake' | undefined
  shell: Shell
  opener: ReturnType<typeof sessionOpener>
}

/** Reads the settings of one probe, and makes it. */
class ProbeMaker {
  private readonly variables: Variables
  private readonly where: string
  private readonly name: string
  private readonly timeoutMs: number

  constructor(private readonly options: MakerOptions) {
    const { context, where, name, timeoutMs } = options
    this.variables = namesOf(context, context.variables)
    this.where = where
    this.name = name
    this.timeoutMs = timeoutMs
  }

  run(run: string): Probe {
    const { name, timeoutMs } = this
    const { context, shell } = this.options
    return runProbe({ name, run, timeoutMs, context }, shell)
  }

  http(settings: HttpProbeSettings): Probe {
    const { matches, tls, max_bytes: maxBytes, ...rest } = settings
    const { name, timeoutMs } = this
    const filled = expandDeep(rest, this.variables, `${this.where}.http`)
    const url = httpUrl(filled.url, `${this.where}.http.url`)
    checkHeaders(filled.send, `${this.where}.http.send`)
    const pattern = matches === undefined ? {} : { matches }
    return httpProbe({ ...filled, ...pattern, url, name, timeoutMs, maxBytes, trust: () => this.trust(tls) })
  }

  tcp(settings: TcpProbeSettings): Probe {
    const { name, timeoutMs } = this
    const where = `${this.where}.tcp`
    const { address: text, ...rest } = expandDeep(settings, this.variables, where)
    const address = parseAddress(text)
    if (!address)
      throw invalid(`${where}.address`, 'host:port', 'Write it as 10.0.0.21:5672 or [fd00::21]:5672.')
    return tcpProbe({ ...rest, address, name, timeoutMs })
  }

  prometheus(settings: NonNullable<ProbeSettings['prometheus']>): Probe {
    const { query, at_most: times, margin = 0, tls, ...rest } = settings
    const { name, timeoutMs } = this
    const where = `${this.where}.prometheus`
    const filled = expandDeep(rest, this.variables, where)
    checkHeaders(filled.send, `${where}.send`)
    const names = times === undefined ? undefined : this.others?.names
    return prometheusProbe({
      ...filled,
      url: httpUrl(filled.url, `${where}.url`),
      query: expand(query, this.variables, `${where}.query`),
      otherQuery: names ? expand(query, names, `${where}.query`) : undefined,
      atMost: times === undefined ? undefined : { times: Number.parseFloat(times), margin },
      name,
      timeoutMs,
      trust: () => this.trust(tls),
    })
  }

  openstack(settings: NonNullable<ProbeSettings['openstack']>): Probe {
    const where = `${this.where}.openstack`
    const filled = expandDeep(settings, this.variables, where)
    const { services = ['keystone'], region, interface: of, endpoints = {} } = filled
    for (const [service, address] of Object.entries(endpoints)) {
      if (address !== 'catalog') httpUrl(address, `${where}.endpoints.${service}`)
    }
    const { name, timeoutMs, variables } = this
    const open = () => this.options.opener(filled, variables)
    const crossColor = filled.cross_color ? this.crossColor(settings, filled.auth_url) : undefined
    return openstackProbe({ name, timeoutMs, services, region, interface: of, endpoints, crossColor, open })
  }

  private crossColor(
    settings: NonNullable<ProbeSettings['openstack']>,
    authUrl: string | undefined,
  ): CrossColor {
    const { phase, opener } = this.options
    if (phase === 'bake') return { notJudged: 'cross_color is asked before traffic is shifted' }
    const { others } = this
    if (!others) return { notJudged: 'cross_color was not asked: no other color has traffic' }
    const where = `${this.where}.openstack`
    const login = expandDeep(settings, others.names, where)
    if (login.auth_url === authUrl) {
      const remedy = 'Use a variable of colors.<color>.env in it, as in http://10.0.0.21:${KEYSTONE_PORT}/v3.'
      throw invalid(`${where}.auth_url`, 'the Keystone of one color: both colors have the same', remedy)
    }
    return { own: others.own, other: others.color, open: () => opener(login, others.names) }
  }

  /** The other color, when there is one to compare with, and its variables. */
  private get others(): { own: Color; color: Color; names: Variables } | undefined {
    const { context, other } = this.options
    const own = COLORS.find((color) => color === context.color)
    if (!other || !own) return undefined
    const color = otherColor(own)
    return { own, color, names: namesOf({ ...context, color }, other) }
  }

  private trust(tls: HttpProbeSettings['tls']) {
    return readTrust(tls, this.options.context.release.folder)
  }
}

/** The variables that the settings of a probe may use: those of its commands. */
function namesOf(context: CommandContext, variables: Variables): Variables {
  return shellCommand({ run: '', timeoutMs: 0 }, { ...context, variables }).env ?? {}
}

function httpUrl(text: string, where: string): string {
  if (URL.canParse(text) && /^https?:\/\//i.test(text)) return text
  throw invalid(
    where,
    'an http or https URL',
    'Write it as http://10.0.0.21:5000/v3, and check the variables in it.',
  )
}

/** The message does not show the value: it may be a secret. */
function checkHeaders(headers: Record<string, string> | undefined, where: string): void {
  for (const [name, value] of Object.entries(headers ?? {})) {
    try {
      validateHeaderValue(name, value)
    } catch {
      throw new UserError(
        'probe_header_invalid',
        `${where}.${name} contains a character that is not allowed in a header.`,
        {
          remedy: 'The cause is often a line break at the end of a secret. Store the secret without it.',
        },
      )
    }
  }
}

function invalid(where: string, what: string, remedy: string): UserError {
  return new UserError('probe_address_invalid', `${where} is not ${what}.`, { remedy })
}
