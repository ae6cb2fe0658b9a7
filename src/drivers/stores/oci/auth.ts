import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Variables } from '../../../manifest/values.js'
import { UserError } from '../../../platform/errors.js'
import { type StoreHttp, webUrl } from '../http.js'

/** User and password for a registry, as `user:password` in base64; `undefined` for anonymous requests. */
export type BasicSecret = string | undefined

/**
 * The login for a registry: CHANGEOVER_REGISTRY_USER and _PASSWORD, otherwise what `docker login` or `podman login` has
 * saved in a file. Credential helpers are not supported.
 *
 * @throws UserError `registry_login_unreadable`
 */
export async function secretFor(registry: string, env: Variables): Promise<BasicSecret> {
  const { CHANGEOVER_REGISTRY_USER: user, CHANGEOVER_REGISTRY_PASSWORD: password } = env
  if (user && password) return Buffer.from(`${user}:${password}`).toString('base64')
  const files = [
    env.REGISTRY_AUTH_FILE,
    join(env.DOCKER_CONFIG || join(env.HOME || homedir(), '.docker'), 'config.json'),
    env.XDG_RUNTIME_DIR && join(env.XDG_RUNTIME_DIR, 'containers', 'auth.json'),
  ]
  for (const file of files) {
    const text = file ? await readFile(file, 'utf8').catch(() => undefined) : undefined
    const secret = text === undefined ? undefined : loginIn(text, registry, file ?? '')
    if (secret) return secret
  }
  return undefined
}

function loginIn(text: string, registry: string, file: string): BasicSecret {
  try {
    const auths: Record<string, { auth?: unknown }> = JSON.parse(text).auths ?? {}
    const auth = (auths[registry] ?? auths[`https://${registry}`])?.auth
    return typeof auth === 'string' && auth !== '' ? auth : undefined
  } catch (cause) {
    throw new UserError('registry_login_unreadable', `${file} is not JSON.`, {
      remedy:
        'Log in again with docker login or podman login, or set CHANGEOVER_REGISTRY_USER and _PASSWORD.',
      cause,
    })
  }
}

/** How a registry wants requests to be authorized. */
interface Challenge {
  scheme: string
  parameters: Record<string, string>
}

/**
 * The `authorization` header for a registry's challenge: the secret itself, or a token from its token service.
 * `undefined` when there is none.
 */
export async function answerTo(
  header: string,
  secret: BasicSecret,
  registryUrl: URL,
  http: StoreHttp,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const { scheme, parameters } = challengeIn(header)
  if (scheme === 'basic') return secret && `Basic ${secret}`
  const realm = webUrl(parameters.realm)
  if (scheme !== 'bearer' || !realm) return undefined
  // the registry chooses this address: do not send the password there without TLS, unless the registry has none itself
  if (realm.protocol !== 'https:' && realm.protocol !== registryUrl.protocol) return undefined
  for (const name of ['service', 'scope']) {
    const value = parameters[name]
    if (value !== undefined) realm.searchParams.set(name, value)
  }
  const headers: Record<string, string> = secret ? { authorization: `Basic ${secret}` } : {}
  const { status, text } = await http.ask({ url: realm, headers }, signal)
  const token = status === 200 ? tokenIn(text) : undefined
  return token && `Bearer ${token}`
}

function challengeIn(header: string): Challenge {
  const [, scheme = '', rest = ''] = /^\s*([A-Za-z]+)\s*(.*)$/s.exec(header) ?? []
  const pairs = [...rest.matchAll(/([a-z_]+)="([^"]*)"/gi)]
  const parameters = Object.fromEntries(pairs.map(([, name = '', value = '']) => [name.toLowerCase(), value]))
  return { scheme: scheme.toLowerCase(), parameters }
}

function tokenIn(text: string): string | undefined {
  try {
    const { token, access_token: access } = JSON.parse(text)
    const value = token ?? access
    return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value) ? value : undefined
  } catch {
    return undefined
  }
}
