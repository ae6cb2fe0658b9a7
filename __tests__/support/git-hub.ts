import { gitHubClient } from '../../src/github/client.js'
import type { GitHubApi } from '../../src/platform/github-api.js'

/** A client of a GitHub on this machine that does not wait long. */
export function testGitHub(
  { url, token }: { url: string; token: string | undefined },
  patience: { timeoutMs?: number; retries?: number } = {},
): GitHubApi {
  const short = { timeoutMs: 2_000, transferMs: 2_000, retries: 2, firstWaitMs: 1 }
  return gitHubClient({ url, token, patience: { ...short, ...patience } })
}
