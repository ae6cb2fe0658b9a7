import { UserError } from '../platform/errors.js'
import { isMapping, readCloud } from './clouds-file.js'

/** A login. `identity` and `scope` are parts of Keystone's request, and contain the secret. */
export interface Credentials {
  authUrl: string
  identity: object
  /** `undefined` for an application credential, which already has a scope. */
  scope: object | undefined
  region: string | undefined
  interface: string
  /** A file of certificates, if the cloud names one. */
  caFile: string | undefined
}

export interface CredentialsSource {
  /** A cloud of clouds.yaml; default: OS_CLOUD. Without either, only the OS_ variables count. */
  cloud?: string | undefined
  cloudsFile?: string | undefined
  /** Takes precedence over the cloud and the variables. */
  authUrl?: string | undefined
  variables: Readonly<Record<string, string | undefined>>
  /** Where relative paths start. */
  folder: string
}

/** The values of a cloud by their names in clouds.yaml, including those under `auth`. */
type Texts = ReadonlyMap<string, string>

/**
 * Credentials from clouds.yaml or from the OS_ variables.
 *
 * @throws UserError `clouds_unreadable`, `unknown_cloud`, `credentials_missing`, `credentials_unsupported`
 */
export async function readCredentials(source: CredentialsSource): Promise<Credentials> {
  const { variables, folder } = source
  const cloud = source.cloud ?? (variables.OS_CLOUD || undefined)
  const texts = cloud === undefined ? fromVariables(variables) : await fromCloud(cloud, source, folder)
  const authUrl = source.authUrl ?? texts.get('auth_url')
  if (authUrl === undefined) throw missing('auth_url', cloud)
  if (!/^https?:\/\//.test(authUrl) || !URL.canParse(authUrl)) {
    throw new UserError(
      'credentials_unsupported',
      'The address of Keystone (auth_url) is not a valid http or https URL.',
      {
        remedy: 'Write it like this: http://127.0.0.1:5000/v3',
      },
    )
  }
  return {
    authUrl: versioned(authUrl),
    ...identityOf(texts, cloud),
    region: texts.get('region_name'),
    interface: (texts.get('interface') ?? 'public').replace(/URL$/, ''),
    caFile: texts.get('cacert'),
  }
}

/** Keystone's address with the version of its API. */
function versioned(authUrl: string): string {
  const url = authUrl.replace(/\/+$/, '')
  return url.endsWith('/v3') ? url : `${url}/v3`
}

function fromVariables(variables: CredentialsSource['variables']): Texts {
  const texts = new Map<string, string>()
  for (const [name, value] of Object.entries(variables)) {
    if (name.startsWith('OS_') && value) texts.set(name.slice(3).toLowerCase(), value)
  }
  const domain = texts.get('default_domain')
  if (domain !== undefined) {
    if (!texts.has('user_domain_name')) texts.set('user_domain_name', domain)
    if (!texts.has('project_domain_name')) texts.set('project_domain_name', domain)
  }
  return texts
}

async function fromCloud(name: string, source: CredentialsSource, folder: string): Promise<Texts> {
  const { variables } = source
  const file = source.cloudsFile ?? (variables.OS_CLIENT_CONFIG_FILE || 'clouds.yaml')
  const secureFile = variables.OS_CLIENT_SECURE_FILE || undefined
  const cloud = await readCloud(name, { file, secureFile, folder })
  if (cloud.verify === false) {
    throw new UserError(
      'credentials_unsupported',
      `The cloud "${name}" sets verify: false, which is not supported.`,
      {
        remedy:
          'Name the certificate of its authority with cacert: a password is sent only to a server that is verified.',
      },
    )
  }
  const texts = new Map<string, string>()
  const { auth, ...rest } = cloud
  for (const part of [rest, auth]) {
    for (const [key, value] of Object.entries(isMapping(part) ? part : {})) {
      if (typeof value === 'string' || typeof value === 'number') texts.set(key, String(value))
    }
  }
  return texts
}

function identityOf(texts: Texts, cloud: string | undefined): Pick<Credentials, 'identity' | 'scope'> {
  const type =
    texts.get('auth_type') ??
    (texts.has('application_credential_secret') ? 'v3applicationcredential' : 'password')
  if (type === 'v3applicationcredential') {
    return { identity: applicationCredential(texts, cloud), scope: undefined }
  }
  if (type !== 'password' && type !== 'v3password') {
    throw new UserError('credentials_unsupported', `The auth_type "${type}" is not supported.`, {
      remedy: 'Use password or v3applicationcredential.',
    })
  }
  const password = texts.get('password')
  if (password === undefined) throw missing('password', cloud)
  const identity = { methods: ['password'], password: { user: { ...userOf(texts, cloud), password } } }
  return { identity, scope: scopeOf(texts, cloud) }
}

function applicationCredential(texts: Texts, cloud: string | undefined): object {
  const secret = texts.get('application_credential_secret')
  if (secret === undefined) throw missing('application_credential_secret', cloud)
  const id = texts.get('application_credential_id')
  const name = texts.get('application_credential_name')
  if (id === undefined && name === undefined) throw missing('application_credential_id', cloud)
  const which = id === undefined ? { name, user: userOf(texts, cloud) } : { id }
  return { methods: ['application_credential'], application_credential: { ...which, secret } }
}

function userOf(texts: Texts, cloud: string | undefined): object {
  const id = texts.get('user_id')
  if (id !== undefined) return { id }
  const name = texts.get('username')
  if (name === undefined) throw missing('username', cloud)
  return { name, domain: domainOf(texts, 'user_domain') }
}

function scopeOf(texts: Texts, cloud: string | undefined): object {
  if (texts.get('system_scope') === 'all') return { system: { all: true } }
  const id = texts.get('project_id')
  if (id !== undefined) return { project: { id } }
  const name = texts.get('project_name') ?? texts.get('tenant_name')
  if (name !== undefined) return { project: { name, domain: domainOf(texts, 'project_domain') } }
  if (texts.has('domain_id') || texts.has('domain_name')) return { domain: domainOf(texts, 'domain') }
  throw missing('project_name', cloud)
}

function domainOf(texts: Texts, prefix: string): object {
  const id = texts.get(`${prefix}_id`)
  const name = texts.get(`${prefix}_name`)
  return id === undefined && name !== undefined ? { name } : { id: id ?? 'default' }
}

function missing(key: string, cloud: string | undefined): UserError {
  const variable = `OS_${key.toUpperCase()}`
  const message =
    cloud === undefined
      ? `${variable} is not set, and no cloud of a clouds.yaml is named.`
      : `The cloud "${cloud}" has no ${key}.`
  const remedy =
    cloud === undefined
      ? `Set ${variable}, or name a cloud of clouds.yaml.`
      : `Add ${key} to clouds.yaml or, if it is secret, to secure.yaml beside it.`
  return new UserError('credentials_missing', message, { remedy })
}
