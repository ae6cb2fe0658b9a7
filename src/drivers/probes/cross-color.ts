import { OpenStackFailure } from '../../openstack/failure.js'
import { askApi, type Exchange } from '../../openstack/rest.js'
import type { KeystoneSession } from '../../openstack/session.js'
import type { Color } from '../color.js'

/** A color's Keystone, and how it is asked. */
export interface Side {
  color: Color
  session: KeystoneSession
  exchange: Exchange
}

const REMEDY =
  'give both colors the same fernet and credential key repositories, and rotate no keys before the old color is retired'

/**
 * Check that each color accepts a token that the other one has issued: users keep their tokens when traffic is shifted, and when
 * it is shifted back. A failure of the other color's Keystone is no evidence against this color.
 *
 * @throws OpenStackFailure `cross_color`, which is final; and as the two Keystones fail, those of the other one inconclusive
 */
export async function checkCrossColor(own: Side, other: Side): Promise<void> {
  const refusals = [
    await ofOther(() => refusalOf(own, other)),
    await ofOther(() => other.session.known(other.exchange)).then(() => refusalOf(other, own)),
  ].filter((refusal) => refusal !== undefined)
  if (refusals.length === 0) return
  throw new OpenStackFailure('cross_color', `${refusals.join(', and ')}: ${REMEDY}`, { final: true })
}

/** @returns why a color refuses the tokens of the other one; `undefined` when it accepts them */
async function refusalOf(issuer: Side, at: Side): Promise<string | undefined> {
  const known = await issuer.session.known(issuer.exchange)
  if (await isGood(known.id, issuer, at)) return undefined
  // an older token may have been revoked; a new one is good wherever the keys are the same
  const fresh = await issuer.session.fresh(issuer.exchange)
  if (await isGood(fresh.id, issuer, at)) return undefined
  return `${at.color} (${hostOf(at)}) refuses a token that ${issuer.color} (${hostOf(issuer)}) has issued`
}

/**
 * Keystone caches the tokens that it has issued or validated, by their text, for minutes; and colors that share a memcached share
 * that cache, whatever their keys are. So a token is sent in a spelling that no cache has. Only when that is refused, its issuer
 * is asked whether it can read the spelling: asking before would put it into the cache.
 */
async function isGood(token: string, issuer: Side, at: Side): Promise<boolean> {
  const other = respelled(token)
  if (other === token) return takes(token, at)
  if (await takes(other, at)) return true
  return (await takes(other, issuer)) ? false : takes(token, at)
}

/** A fernet token with the padding that Keystone leaves out, or with more than it has: the same bytes, another text. */
function respelled(token: string): string {
  return /^gAAAA[\w-]+$/.test(token) ? token + '='.repeat(4 - (token.length % 4)) : token
}

async function takes(token: string, { session, exchange }: Side): Promise<boolean> {
  const url = `${session.credentials.authUrl}/auth/projects` // any user with a valid token may read it
  const { status } = await askApi('GET', url, exchange, { token })
  if (status >= 200 && status <= 299) return true
  if (status === 401) return false
  throw new OpenStackFailure('status', `keystone at ${new URL(url).host} answered ${status}`)
}

async function ofOther<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof OpenStackFailure)) throw error
    const { reason, message, final } = error
    throw new OpenStackFailure(reason, `the other color: ${message}`, { final, conclusive: false })
  }
}

function hostOf({ session }: Side): string {
  return new URL(session.credentials.authUrl).host
}
