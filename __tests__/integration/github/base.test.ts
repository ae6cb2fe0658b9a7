import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { baseFor } from '../../../src/github/base.js'
import { type Log, silentLog } from '../../../src/platform/log.js'
import { commitAll, makeRepository, testGit, writeFiles } from '../../support/repository.js'
import { temporaryFolders } from '../../support/temp.js'

const newFolder = temporaryFolders()

/** A pull request's checkout as GitHub makes it: the merge of a branch into main, `depth` commits deep. */
async function pullRequest(depth: number) {
  const origin = await makeRepository(await newFolder(), { 'a.yaml': 'a: 1\n' })
  await testGit(origin, 'checkout', '--quiet', '-b', 'work')
  await writeFiles(origin, { 'b.yaml': 'b: 1\n' })
  await commitAll(origin, 'work')
  await testGit(origin, 'checkout', '--quiet', 'main')
  const opened = await testGit(origin, 'rev-parse', 'HEAD')
  await writeFiles(origin, { 'c.yaml': 'c: 1\n' })
  await commitAll(origin, 'main goes on')
  const main = await testGit(origin, 'rev-parse', 'HEAD')
  await testGit(origin, 'merge', '--quiet', '--no-ff', '-m', 'merge', 'work')
  const merge = await testGit(origin, 'rev-parse', 'HEAD')
  await testGit(origin, 'update-ref', 'refs/pull/1/merge', merge)
  const folder = await newFolder()
  await testGit(folder, 'init', '--quiet')
  await testGit(folder, 'fetch', '--quiet', `--depth=${depth}`, `file://${origin}`, 'refs/pull/1/merge')
  await testGit(folder, 'checkout', '--quiet', 'FETCH_HEAD')
  return { folder, opened, main, merge }
}

async function eventOf(event: unknown): Promise<string> {
  const file = join(await newFolder(), 'event.json')
  await writeFile(file, typeof event === 'string' ? event : JSON.stringify(event))
  return file
}

async function asked(input: string, folder: string, env: Record<string, string>) {
  const said: string[] = []
  const log: Log = { ...silentLog, info: (message) => said.push(message) }
  return { base: await baseFor(input, folder, log, env), said }
}

describe('baseFor', () => {
  test('returns the base that the workflow names, and no base for none', async () => {
    const { folder } = await pullRequest(1)
    expect(await asked('origin/stable', folder, {})).toEqual({ base: 'origin/stable', said: [] })
    expect(await asked('none', folder, {})).toEqual({ base: undefined, said: [] })
  })

  test('returns the base of the pull request if the checkout has it', async () => {
    const { folder, opened } = await pullRequest(10)
    const GITHUB_EVENT_PATH = await eventOf({ pull_request: { base: { sha: opened } } })
    expect(await asked('auto', folder, { GITHUB_EVENT_PATH })).toEqual({ base: opened, said: [] })
  })

  test("returns the base of GitHub's merge commit if the branch has moved since the event", async () => {
    const { folder, opened, merge } = await pullRequest(2)
    const env = {
      GITHUB_EVENT_PATH: await eventOf({ pull_request: { base: { sha: opened } } }),
      GITHUB_REF: 'refs/pull/1/merge',
      GITHUB_SHA: merge,
    }
    expect(await asked('auto', folder, env)).toEqual({ base: 'HEAD^1', said: [] })
    // the workflow checked something else out: its first parent is no base
    const other = await asked('auto', folder, { ...env, GITHUB_SHA: opened })
    expect(other.base).toBeUndefined()
  })

  test('returns no base when the checkout is too shallow, and logs how to fix it', async () => {
    const { folder, main, merge } = await pullRequest(1)
    const env = {
      GITHUB_EVENT_PATH: await eventOf({ pull_request: { base: { sha: main } } }),
      GITHUB_REF: 'refs/pull/1/merge',
      GITHUB_SHA: merge,
    }
    const { base, said } = await asked('auto', folder, env)
    expect(base).toBeUndefined()
    expect(said).toEqual([expect.stringContaining('"fetch-depth: 2"')])
  })

  test('returns the base of a group in the merge queue', async () => {
    const { folder, main } = await pullRequest(10)
    const GITHUB_EVENT_PATH = await eventOf({ merge_group: { base_sha: main } })
    expect((await asked('auto', folder, { GITHUB_EVENT_PATH })).base).toBe(main)
  })

  test.each<[string, unknown]>([
    ['a push', { before: 'a'.repeat(40) }],
    ['no JSON', '{'],
    ['no object', 'null'],
    ['a base that is no commit', { pull_request: { base: { sha: '--upload-pack=x' } } }],
    ['a base of another form', { pull_request: { base: [] } }],
  ])('returns no base for an event that is %s', async (_what, event) => {
    const { folder } = await pullRequest(1)
    const env = { GITHUB_EVENT_PATH: await eventOf(event) }
    expect(await asked('auto', folder, env)).toEqual({ base: undefined, said: [] })
  })

  test('returns no base outside of GitHub and outside of a repository', async () => {
    const folder = await newFolder()
    expect(await asked('auto', folder, {})).toEqual({ base: undefined, said: [] })
    expect(await asked('auto', folder, { GITHUB_EVENT_PATH: '/nowhere' })).toMatchObject({ base: undefined })
    const GITHUB_EVENT_PATH = await eventOf({ pull_request: { base: { sha: 'a'.repeat(40) } } })
    expect(await asked('auto', folder, { GITHUB_EVENT_PATH })).toMatchObject({ base: undefined })
  })
})
