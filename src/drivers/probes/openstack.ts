import type { OpenStackProbeSettings } from '../../../generated/manifest.js'
import type { Variables } from '../../manifest/values.js'
import { APIS, type ServiceApi } from '../../openstack/api.js'
import { endpointOf, questionUrl } from '../../openstack/catalog.js'
import { isMapping } from '../../openstack/clouds-file.js'
import { OpenStackFailure } from '../../openstack/failure.js'
import { askApi, type Exchange, jsonOf } from '../../openstack/rest.js'
import type { KeystoneSession, Token } from '../../openstack/session.js'
import type { TlsTrust } from '../../platform/http.js'
import type { Color } from '../color.js'
import { checkCrossColor } from './cross-color.js'
import { type Answer, GOOD, type Probe } from './probe.js'

export interface OpenStackProbeOptions {
  name: string
  services: readonly string[]
  region: string | undefined
  interface: OpenStackProbeSettings['interface']
  /** Addresses to ask instead of those in the catalog, by service. */
  endpoints: Variables
  /** Both colors, when each must accept the tokens of the other; or why that is not checked now. */
  crossColor: CrossColor | undefined
  timeoutMs: number
  /** @throws UserError when there are no credentials to log in with */
  open: () => Promise<{ session: KeystoneSession; tls: TlsTrust | undefined }>
}

/** The colors whose tokens are exchanged, or why they are not. */
export type CrossColor =
  | { own: Color; other: Color; open: OpenStackProbeOptions['open'] }
  | { notJudged: string }

/** The value in `endpoints` for: use the address in the catalog. */
export const FROM_CATALOG = 'catalog'

/**
 * Does what a client of a user does: gets a token, finds the service in the catalog, and reads something from it. For Keystone
 * each request gets a new token; other services are asked with one token until it expires.
 */
export function openstackProbe(options: OpenStackProbeOptions): Probe {
  return {
    name: options.name,
    async ask(signal): Promise<Answer> {
      const { session, tls } = await options.open()
      const exchange: Exchange = { end: performance.now() + options.timeoutMs, tls, signal }
      try {
        const isLogin = options.services.includes('keystone')
        const token = await (isLogin ? session.fresh(exchange) : session.known(exchange))
        await Promise.all(
          options.services.map((name) => new Question(name, options, session, exchange).ask(token)),
        )
        return await crossColor(options.crossColor, session, exchange)
      } catch (error) {
        if (!(error instanceof OpenStackFailure)) throw error
        const { reason, message: why, final, conclusive } = error
        return { verdict: conclusive ? 'bad' : 'inconclusive', reason, why, ...(final ? { final } : {}) }
      }
    },
  }
}

async function crossColor(
  settings: CrossColor | undefined,
  session: KeystoneSession,
  exchange: Exchange,
): Promise<Answer> {
  if (!settings) return GOOD
  if ('notJudged' in settings) return { ...GOOD, note: settings.notJudged }
  const { session: others, tls } = await settings.open()
  await checkCrossColor(
    { color: settings.own, session, exchange },
    { color: settings.other, session: others, exchange: { ...exchange, tls } },
  )
  return GOOD
}

/** A harmless request to one service. */
class Question {
  private readonly api: ServiceApi

  constructor(
    private readonly service: string,
    private readonly options: OpenStackProbeOptions,
    private readonly session: KeystoneSession,
    private readonly exchange: Exchange,
  ) {
    const api = APIS[service]
    if (!api) throw new Error(`the schema accepts "${service}", but its API is unknown`)
    this.api = api
  }

  async ask(token: Token): Promise<void> {
    const url = this.url(token)
    let answer = await askApi('GET', url, this.exchange, { token: token.id })
    if (answer.status === 401) {
      // revoked, or the clocks differ: once more with a new one
      const renewed = await this.session.fresh(this.exchange)
      answer = await askApi('GET', url, this.exchange, { token: renewed.id })
    }
    const where = `${this.service} at ${new URL(url).host}`
    const { status } = answer
    if (status === 401) throw new OpenStackFailure('unauthorized', `${where} refuses a new token`)
    if (status === 403) {
      const why = `${where} does not let this user read ${this.api.read.split('?')[0]}: give the user the reader role`
      throw new OpenStackFailure('forbidden', why, { conclusive: false })
    }
    if (status === 204 && this.api.list === '') return
    if (status < 200 || status > 299) throw new OpenStackFailure('status', `${where} answered ${status}`)
    const data = jsonOf(answer, where)
    const list = this.api.list === '' ? data : isMapping(data) ? data[this.api.list] : undefined
    if (Array.isArray(list)) return
    throw new OpenStackFailure('json', `${where} answered without ${this.api.list || 'a list'}`)
  }

  private url(token: Token): string {
    const { credentials } = this.session
    const fromCatalog = endpointOf(token.catalog, this.service, this.api, {
      region: this.options.region ?? credentials.region,
      interface: this.options.interface ?? credentials.interface,
    })
    const configured = this.options.endpoints[this.service]
    if (configured === FROM_CATALOG) return questionUrl(fromCatalog, undefined, this.api.read)
    // the address of Keystone is known: it gave the token
    const instead = configured ?? (this.service === 'keystone' ? credentials.authUrl : undefined)
    return questionUrl(fromCatalog, instead, this.api.read)
  }
}
