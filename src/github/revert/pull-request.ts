import type { OperationResult } from '../../deploy/operations/result.js'
import { type GitHubAccess, GitHubApi, isObject } from '../../drivers/stores/github/api.js'
import { code, codeCell, inline, oneLine } from '../../report/escape.js'
import { blocks, table } from '../../report/markdown-parts.js'

/** The pull request of a branch. */
export interface PullRequest {
  base: string
  branch: string
  title: string
  body: string
}

/**
 * Open a pull request; one that is open for the branch already gets the title and the body.
 *
 * @returns its address. @throws UserError
 */
export async function propose(
  access: GitHubAccess,
  { base, branch, title, body }: PullRequest,
  signal?: AbortSignal,
): Promise<{ url: string | null; isNew: boolean }> {
  const api = new GitHubApi(access, `The pull requests of ${access.repository}`)
  const permission = 'pull-requests: write'
  const [owner = ''] = access.repository.split('/')
  const query = new URLSearchParams({ state: 'open', head: `${owner}:${branch}`, base })
  const open = await api.json(`/pulls?${query}`, permission, {}, signal)
  const number = Array.isArray(open) ? open.map(numberOf).find((each) => each !== undefined) : undefined
  const answer =
    number === undefined
      ? await api.json(
          '/pulls',
          permission,
          { method: 'POST', body: { title, body, base, head: branch } },
          signal,
        )
      : await api.json(`/pulls/${number}`, permission, { method: 'PATCH', body: { title, body } }, signal)
  return { url: isObject(answer) ? webAddress(answer.html_url) : null, isNew: number === undefined }
}

function numberOf(data: unknown): number | undefined {
  const number = isObject(data) ? data.number : undefined
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined
}

function webAddress(url: unknown): string | null {
  return typeof url === 'string' && /^https?:\/\/[^\s<>"]+$/.test(url) ? url : null
}

/** What the title says, for the commit as well. */
export function revertTitle(environment: string, version: string): string {
  return oneLine(`Revert to ${version}, which ${environment} is on`)
}

/**
 * What reviewers are told: what it is, why, and how the rollback ended.
 *
 * @param run address of the workflow run, if there is one
 */
export function revertBody(result: OperationResult, commit: string, run: string | undefined): string {
  const { environment, live, outcome, reason, message, ended_at } = result
  const release = live?.release
  return blocks(
    `${inline(environment)} was rolled back to ${code(release?.version ?? '')}, but the branch still describes what came after it: the next deploy would bring that back.`,
    'This takes the files of the release from the commit that it was packaged from, and leaves all others as they are. Merge it, or close it when the branch has been mended in the meantime.',
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
