import { gitText } from '../../platform/git/git.js'

type Env = Record<string, string | undefined>

/**
 * The environment variables for git to log in with a token, when the checkout has no credentials. The token goes only to the web
 * address of a repository on the GitHub of this run. Other users can read the arguments of a process, but not its environment.
 */
export async function ledgerLogin(
  folder: string,
  address: string,
  token: string | undefined,
  env: Env,
): Promise<Record<string, string>> {
  const server = URL.parse(env.GITHUB_SERVER_URL || 'https://github.com')
  const url = URL.parse(address)
  if (!token || !server || !url || url.origin !== server.origin) return {}
  if (url.username || url.password || (await hasLogin(folder, address))) return {}
  const count = Number(env.GIT_CONFIG_COUNT) || 0
  const login = Buffer.from(`x-access-token:${token}`).toString('base64')
  return {
    GIT_CONFIG_COUNT: `${count + 1}`,
    [`GIT_CONFIG_KEY_${count}`]: `http.${server.origin}/.extraheader`,
    [`GIT_CONFIG_VALUE_${count}`]: `AUTHORIZATION: basic ${login}`,
  }
}

/** Whether git has credentials for an address, or a helper that may have some. */
async function hasLogin(folder: string, address: string): Promise<boolean> {
  for (const key of ['http.extraheader', 'credential.helper']) {
    // git ends with status 1 when nothing is set
    const value = await gitText(['config', '--get-urlmatch', key, address], { cwd: folder }).catch(() => '')
    if (value !== '') return true
  }
  return false
}
