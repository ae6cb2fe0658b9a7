import type { OperationResult } from '../../deploy/operations/result.js'
import { type GitHubApi, isObject } from '../../platform/github-api.js'
import { code, codeCell, inline, oneLine } from '../../report/escape.js'
import { blocks, table } from '../../report/markdown.js'

/** A pull request of a branch. */
export interface PullRequest {
  base: string
  branch: string
  title: string
  body: string
}

/**
 * Open a pull request. If the branch has an open one already, that one gets the title and the body.
 *
 * @param repository `owner/name`
 * @returns the address of its page, if GitHub sent one
 * @throws GitHubError
 */
export async function propose(
  gitHub: GitHubApi,
  repository: string,
  { base, branch, title, body }: PullRequest,
  signal?: AbortSignal,
): Promise<{ url: string | null; isNew: boolean }> {
  const pulls = `/repos/${repository}/pulls`
  const ask = (route: string, parameters: Record<string, string>) =>
    gitHub.request(route, { permission: 'pull-requests: write', parameters, signal })
  const [owner = ''] = repository.split('/')
  const open = await ask(`GET ${pulls}`, { state: 'open', head: `${owner}:${branch}`, base })
  const number = Array.isArray(open) ? open.map(numberOf).find((each) => each !== undefined) : undefined
  const answer =
    number === undefined
      ? await ask(`POST ${pulls}`, { title, body, base, head: branch })
      : await ask(`PATCH ${pulls}/${number}`, { title, body })
  return { url: isObject(answer) ? webAddress(answer.html_url) : null, isNew: number === undefined }
}

function numberOf(data: unknown): number | undefined {
  const number = isObject(data) ? data.number : undefined
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined
}

function webAddress(url: unknown): string | null {
  return typeof url === 'string' && /^https?:\/\/[^\s<>"]+$/.test(url) ? url : null
}

/** The title of the pull request, and the subject of its commit. */
export function revertTitle(environment: string, version: string): string {
  return oneLine(`Revert ${environment} to ${version}`)
}

/**
 * The body of the pull request: what it changes, why, and how the rollback ended.
 *
 * @param run the address of the workflow run, if there is one
 */
export function revertBody(result: OperationResult, commit: string, run: string | undefined): string {
  const { environment, live, outcome, reason, message, ended_at } = result
  const release = live?.release
  return blocks(
    `${inline(environment)} was rolled back to ${code(release?.version ?? '')}, but this branch still describes a later release. The next deploy would bring that release back.`,
    'This pull request restores the files of the release from the commit that it was packaged from. It does not touch other files. Merge it, or close it if the branch has been fixed in the meantime.',
    table(
      ['', ''],
      [
        ['Outcome', `${codeCell(outcome)} (${codeCell(reason)})`],
        ['What happened', inline(message)],
        ['Release', `${codeCell(release?.version ?? '')} ${codeCell(release?.digest ?? '')}`],
        ['Commit', codeCell(commit)],
        ['When', inline(ended_at)],
        ...(run === undefined ? [] : [['Run', run]]),
      ],
    ),
  )
}
