import { resolve } from 'node:path'
import type { OpenStackProbeSettings } from '../../../generated/manifest.js'
import type { Variables } from '../../manifest/values.js'
import { readCredentials } from '../../openstack/credentials.js'
import { KeystoneSession } from '../../openstack/session.js'
import type { TlsTrust } from '../../platform/http.js'
import { readCertificates, readTrust } from './tls.js'

export interface OpenSession {
  session: KeystoneSession
  tls: TlsTrust | undefined
}

type Login = Pick<OpenStackProbeSettings, 'cloud' | 'clouds_file' | 'auth_url' | 'tls'>

/**
 * Opens sessions, one for all probes with the same login: a password that was refused once is not tried again. Credentials are
 * read when they are needed, since the release may not be unpacked before.
 */
export function sessionOpener(folder: string) {
  const opened = new Map<string, Promise<OpenSession>>()
  return (login: Login, variables: Variables): Promise<OpenSession> => {
    const { cloud, clouds_file, auth_url, tls } = login
    const key = JSON.stringify([cloud, clouds_file, auth_url, tls])
    const known = opened.get(key) ?? openSession(login, variables, folder)
    opened.set(key, known)
    return known
  }
}

async function openSession(login: Login, variables: Variables, folder: string): Promise<OpenSession> {
  const credentials = await readCredentials({
    cloud: login.cloud,
    cloudsFile: login.clouds_file,
    authUrl: login.auth_url,
    variables,
    folder,
  })
  const own = await readTrust(login.tls, folder)
  const { caFile } = credentials
  const ca = own?.ca ?? (caFile === undefined ? undefined : await readCertificates(resolve(folder, caFile)))
  const tls = ca === undefined ? own : { ...own, ca }
  return { session: new KeystoneSession(credentials), tls }
}
