import { readFile } from 'node:fs/promises'
import { revision } from '../lint/engine/compare/base.js'
import { UserError } from '../platform/errors.js'
import type { Log } from '../platform/log.js'

/** The environment variables of the runner. */
export type RunnerEnv = Readonly<Record<string, string | undefined>>

/**
 * The base to compare findings with. `auto`: in a pull request, the commit that it would be merged into, if the checkout
 * has it. `none`: no base. Otherwise the branch, tag or commit that the workflow names.
 */
export async function baseFor(
  input: string,
  folder: string,
  log: Log,
  env: RunnerEnv = process.env,
): Promise<string | undefined> {
  if (input === 'none') return undefined
  if (input !== 'auto') return input
  const target = await targetOf(env)
  if (target === undefined) return undefined
  for (const candidate of [target, ...(await parentOfMerge(folder, env))]) {
    if ((await known(folder, candidate)) !== undefined) return candidate
  }
  log.info(
    `All findings are reported, including those that this pull request did not introduce: its base ${target} is not in the checkout. To report only new findings, set "fetch-depth: 2" for actions/checkout. To report all, set "base: none".`,
  )
  return undefined
}

/** The commit that a pull request, or a group in the merge queue, is to be merged into. */
async function targetOf({ GITHUB_EVENT_PATH: path }: RunnerEnv): Promise<string | undefined> {
  if (!path) return undefined
  let event: unknown
  try {
    event = JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined // outside of GitHub there is no event
  }
  const sha = at(event, 'pull_request', 'base', 'sha') ?? at(event, 'merge_group', 'base_sha')
  return typeof sha === 'string' && /^[0-9a-f]{40,64}$/.test(sha) ? sha : undefined
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  let found = value
  for (const key of keys) {
    if (typeof found !== 'object' || found === null) return undefined
    found = new Map(Object.entries(found)).get(key)
  }
  return found
}

/** The base parent of the merge commit that GitHub creates for a pull request. It is newer than the event if the base has moved. */
async function parentOfMerge(
  folder: string,
  { GITHUB_REF: ref = '', GITHUB_SHA: sha = '' }: RunnerEnv,
): Promise<string[]> {
  if (!/^refs\/pull\/\d+\/merge$/.test(ref)) return []
  const isMerge = (await known(folder, 'HEAD')) === sha && (await known(folder, 'HEAD^2')) !== undefined
  return isMerge ? ['HEAD^1'] : []
}

async function known(folder: string, ref: string): Promise<string | undefined> {
  try {
    return await revision(folder, ref)
  } catch (error) {
    if (error instanceof UserError) return undefined // no git, no base
    throw error
  }
}
