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
 * The probes that the manifest asks for, with the names in their settings filled in and the defaults of its schema.
 * Those that log in with the same credentials share a session.
 *
 * @param when.phase only those that are asked in it; without one, what needs two colors is asked as before a shift
 * @param when.other the variables of the other color, when that has the users and can be compared with
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
    const made = new Making(probe, `verify[${index}]`, name, duration(timeout, '5s'), context, other, phase)
    const schedule = { everyMs: duration(every, '1s'), passes, failures, inconclusive }
    return [{ probe: made.probe(shell, opener), schedule }]
  })
}

/** Whether one of the probes needs the release's files. */
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

/** One probe, as it is made. */
class Making {
  private readonly variables: Variables

  constructor(
    private readonly settings: ProbeSettings,
    private readonly where: string,
    private readonly name: string,
    private readonly timeoutMs: number,
    private readonly context: CommandContext,
    private readonly other: Variables | undefined,
    private readonly phase: 'verify' | 'bake' | undefined,
  ) {
    this.variables = namesOf(context, context.variables)
  }

  probe(shell: Shell, opener: ReturnType<typeof sessionOpener>): Probe {
    const { http, tcp, openstack, prometheus, run = '' } = this.settings
    const { name, timeoutMs, context } = this
    if (http) return this.http(http)
    if (tcp) return this.tcp(tcp)
    if (prometheus) return this.prometheus(prometheus)
    if (openstack) return this.openstack(openstack, opener)
    return runProbe({ name, run, timeoutMs, context }, shell)
  }

  private http(settings: HttpProbeSettings): Probe {
    const { matches, tls, max_bytes: maxBytes, ...rest } = settings
    const { name, timeoutMs } = this
    const filled = expandDeep(rest, this.variables, `${this.where}.http`)
    const url = httpUrl(filled.url, `${this.where}.http.url`)
    checkHeaders(filled.send, `${this.where}.http.send`)
    const pattern = matches === undefined ? {} : { matches }
    return httpProbe({ ...filled, ...pattern, url, name, timeoutMs, maxBytes, trust: () => this.trust(tls) })
  }

  private tcp(settings: TcpProbeSettings): Probe {
    const { name, timeoutMs } = this
    const where = `${this.where}.tcp`
    const { address: text, ...rest } = expandDeep(settings, this.variables, where)
    const address = parseAddress(text)
    if (!address)
      throw invalid(`${where}.address`, 'host:port', 'Write it as 10.0.0.21:5672 or [fd00::21]:5672.')
    return tcpProbe({ ...rest, address, name, timeoutMs })
  }

  private prometheus(settings: NonNullable<ProbeSettings['prometheus']>): Probe {
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

  private openstack(
    settings: NonNullable<ProbeSettings['openstack']>,
    opener: ReturnType<typeof sessionOpener>,
  ): Probe {
    const where = `${this.where}.openstack`
    const filled = expandDeep(settings, this.variables, where)
    const { services = ['keystone'], region, interface: of, endpoints = {} } = filled
    for (const [service, address] of Object.entries(endpoints)) {
      if (address !== 'catalog') httpUrl(address, `${where}.endpoints.${service}`)
    }
    const { name, timeoutMs, variables } = this
    const open = () => opener(filled, variables)
    const crossColor = filled.cross_color ? this.crossColor(settings, filled.auth_url, opener) : undefined
    return openstackProbe({ name, timeoutMs, services, region, interface: of, endpoints, crossColor, open })
  }

  private crossColor(
    settings: NonNullable<ProbeSettings['openstack']>,
    authUrl: string | undefined,
    opener: ReturnType<typeof sessionOpener>,
  ): CrossColor {
    if (this.phase === 'bake') return { notJudged: 'cross_color is asked before traffic is shifted' }
    const { others } = this
    if (!others) return { notJudged: 'cross_color was not asked: there is no other color with users' }
    const where = `${this.where}.openstack`
    const login = expandDeep(settings, others.names, where)
    if (login.auth_url === authUrl) {
      const remedy =
        'Let it differ by a variable of colors.<color>.env, as http://10.0.0.21:${KEYSTONE_PORT}/v3.'
      throw invalid(`${where}.auth_url`, "the color's own, but the same for both", remedy)
    }
    return { own: others.own, other: others.color, open: () => opener(login, others.names) }
  }

  /** The other color, when there is one to compare with, and the names that it gives to settings. */
  private get others(): { own: Color; color: Color; names: Variables } | undefined {
    const { context, other } = this
    const own = COLORS.find((color) => color === context.color)
    if (!other || !own) return undefined
    const color = otherColor(own)
    return { own, color, names: namesOf({ ...context, color }, other) }
  }

  private trust(tls: HttpProbeSettings['tls']) {
    return readTrust(tls, this.context.release.folder)
  }
}

/** The names that a probe's settings may hold: all that its commands have. */
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

/** What is wrong with a value is not shown: it may be a secret. */
function checkHeaders(headers: Record<string, string> | undefined, where: string): void {
  for (const [name, value] of Object.entries(headers ?? {})) {
    try {
      validateHeaderValue(name, value)
    } catch {
      throw new UserError(
        'probe_header_invalid',
        `${where}.${name} holds a character that no header may have.`,
        {
          remedy: 'Often it is a line break at the end of a secret: store it without one.',
        },
      )
    }
  }
}

function invalid(where: string, what: string, remedy: string): UserError {
  return new UserError('probe_address_invalid', `${where} is not ${what}.`, { remedy })
}
