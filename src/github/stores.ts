import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseStoreAddress } from '../drivers/stores/address.js'
import { gitHubAccess, type OpenStore, openStore } from '../drivers/stores/create.js'
import { GitHubArtifactStore } from '../drivers/stores/github/artifact.js'
import type { Store } from '../drivers/stores/store.js'
import type { Variables } from '../manifest/values.js'
import { UserError } from '../platform/errors.js'
import type { GitHubApi } from '../platform/github-api.js'
import type { Log } from '../platform/log.js'
import { keepRelease, type ReleaseSources } from '../release/locate.js'
import type { PackageResult } from '../release/result.js'
import { ArtifactStore, TIMEOUTS } from './artifacts/store.js'
import { gitHubOf } from './client.js'

/** The inputs of an action about stores. */
export interface StoreInputs {
  /** For GitHub's API. */
  token: string
  retentionDays?: string | undefined
}

/** The default folder for archives: beside the job's other temporary files. */
export function defaultOutput(): string {
  return join(process.env.RUNNER_TEMP || tmpdir(), 'changeover-releases')
}

/** Where an action finds releases. Fetched archives stay in the job's temporary folder, for a post step. */
export function releaseSources(
  folder: string,
  inputs: StoreInputs & { store?: string | undefined },
): ReleaseSources {
  return {
    folder,
    store: inputs.store,
    openStore: runnerStores(inputs),
    scratch: process.env.RUNNER_TEMP || undefined,
  }
}

/** Put a release into a store, as a step of its own. */
export async function keepInStore(
  made: PackageResult,
  address: string,
  inputs: StoreInputs,
  log: Log,
  signal: AbortSignal,
): Promise<PackageResult> {
  return log.step(`Store the release in ${address}`, async () =>
    keepRelease(made, await runnerStores(inputs)(address), signal),
  )
}

/**
 * The stores of an action: those of the command line, and for `github-artifact:` also the artifacts of the run itself.
 */
export function runnerStores(inputs: StoreInputs, env: Variables = process.env): OpenStore {
  const variables = { ...env, GITHUB_TOKEN: inputs.token }
  const gitHub = gitHubOf(variables)
  return async (text) => {
    const address = parseStoreAddress(text)
    const here =
      address.kind === 'github-artifact' ? (address.repository ?? env.GITHUB_REPOSITORY) : undefined
    if (here === undefined || here !== env.GITHUB_REPOSITORY) return openStore(text, variables, gitHub)
    return artifacts(inputs, variables, gitHub)
  }
}

async function artifacts(
  { retentionDays }: StoreInputs,
  env: Variables,
  gitHub: GitHubApi | undefined,
): Promise<Store> {
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run, GITHUB_SERVER_URL: server } = env
  const { DefaultArtifactClient } = await import('../bundles/artifact.js')
  return new ArtifactStore({
    client: new DefaultArtifactClient(),
    repository: new GitHubArtifactStore(
      ...gitHubAccess({ kind: 'github-artifact', repository }, env, gitHub),
    ),
    retentionDays: days(retentionDays),
    runUrl: run && server ? `${server}/${repository}/actions/runs/${run}` : undefined,
    timeoutMs: TIMEOUTS,
  })
}

/** @throws UserError `invalid_input` */
function days(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^[1-9]\d{0,2}$/.test(text) && Number(text) <= 400) return Number(text)
  throw new UserError('invalid_input', `Input "retention-days" cannot be ${JSON.stringify(text)}.`, {
    remedy: 'Use a number of days from 1 to 400.',
  })
}
