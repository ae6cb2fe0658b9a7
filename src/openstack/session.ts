import { type Catalog, readCatalog } from './catalog.js'
import { isMapping } from './clouds-file.js'
import type { Credentials } from './credentials.js'
import { OpenStackFailure } from './failure.js'
import { askApi, type Exchange, jsonOf } from './rest.js'

export interface Token {
  id: string
  /** The time, in milliseconds since 1970, after which the token is not used any more. */
  until: number
  catalog: Catalog
}

/** Milliseconds before its expiry at which a token is renewed. */
const SPARE_MS = 60_000

/**
 * A login at one Keystone. A refused password is never sent again: Keystone may count failures and lock the account.
 */
export class KeystoneSession {
  private token: Token | undefined
  private underWay: Promise<Token> | undefined
  private refused: OpenStackFailure | undefined

  constructor(readonly credentials: Credentials) {}

  /** A token that has not expired. @throws OpenStackFailure; the signal's reason */
  async known(exchange: Exchange): Promise<Token> {
    return this.token && Date.now() < this.token.until ? this.token : this.fresh(exchange)
  }

  /** A new token. Concurrent calls share one request. @throws OpenStackFailure; the signal's reason */
  async fresh(exchange: Exchange): Promise<Token> {
    if (this.refused) throw this.refused
    this.underWay ??= this.logIn(exchange).finally(() => {
      this.underWay = undefined
    })
    this.token = await this.underWay
    return this.token
  }

  private async logIn(exchange: Exchange): Promise<Token> {
    const { authUrl, identity, scope } = this.credentials
    const body = { auth: { identity, ...(scope === undefined ? {} : { scope }) } }
    const answer = await askApi('POST', `${authUrl}/auth/tokens`, exchange, { body })
    const { status, headers } = answer
    if (status === 401) {
      const message = `Keystone at ${new URL(authUrl).host} refused the credentials; they are not sent again`
      this.refused = new OpenStackFailure('credentials_refused', message, { final: true })
      throw this.refused
    }
    const keystone = `Keystone at ${new URL(authUrl).host}`
    if (status !== 201)
      throw new OpenStackFailure('status', `${keystone} answered ${status} instead of a token`)
    const id = headers['x-subject-token']
    const data = jsonOf(answer, keystone)
    const token = isMapping(data) ? data.token : undefined
    if (!id || !isMapping(token)) throw new OpenStackFailure('json', `${keystone} answered without a token`)
    const expires = typeof token.expires_at === 'string' ? Date.parse(token.expires_at) : Number.NaN
    return {
      id,
      until: Number.isNaN(expires) ? 0 : expires - SPARE_MS,
      catalog: readCatalog(token.catalog),
    }
  }
}
