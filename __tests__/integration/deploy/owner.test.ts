import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, describe, expect, test } from '@jest/globals'
import { livenessOfRun } from '../../../src/deploy/lease/liveness.js'
import { livenessOf, thisMachine, thisOwner } from '../../../src/deploy/lease/owner.js'
import type { Owner } from '../../../src/deploy/ledger/state.js'
import { freePort } from '../../rig/ports.js'
import { testGitHub } from '../../support/git-hub.js'

const ENV = {
  GITHUB_REPOSITORY: 'acme/cloud',
  GITHUB_RUN_ID: '42',
  GITHUB_RUN_ATTEMPT: '3',
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_ACTOR: 'ada',
}

describe('a run on this machine', () => {
  test('is alive while its process runs, and dead when another process has its id', async () => {
    const me = await thisOwner({})
    expect(await livenessOf(me)).toMatchObject({ state: 'alive' })
    expect(await livenessOf({ ...me, started: me.started + 1 })).toMatchObject({ state: 'dead' })
  })

  test('is dead when its process has ended', async () => {
    const me = await thisOwner({})
    const child = spawn('true')
    await once(child, 'exit')
    const owner = { ...me, pid: child.pid ?? 0 }
    expect(await livenessOf(owner)).toMatchObject({ state: 'dead', why: 'its process is gone' })
  })
})

describe('a run elsewhere is never judged by a process id', () => {
  // a container of the same host name: there the process of that id may live, here there is none
  const gone = { pid: 2 ** 22 - 1, started: 1 }

  test.each<[string, (me: Owner) => Owner]>([
    ['the same host name, other processes', (me) => ({ ...me, ...gone, machine: 'another' })],
    ['a host that does not say which machine it is', (me) => ({ ...me, ...gone, machine: null })],
  ])('%s', async (_name, elsewhere) => {
    expect(await livenessOf(elsewhere(await thisOwner({})))).toMatchObject({ state: 'unknown' })
  })

  test('it is unknown when the id of this machine is unknown', async () => {
    const me = { ...(await thisOwner({})), ...gone, machine: null }
    expect(await livenessOf(me, null)).toMatchObject({ state: 'unknown' })
  })

  test('a machine is identified by its boot and its process namespace', async () => {
    expect(await thisMachine()).toMatch(/^[0-9a-f]{16}$/)
    expect(await thisMachine()).toBe(await thisMachine())
  })
})

describe('a workflow run', () => {
  const closing: (() => void)[] = []
  afterEach(() => {
    for (const close of closing.splice(0)) close()
  })

  /** A GitHub that answers each question with this, and remembers what it was asked. */
  async function gitHub(status: number, body: unknown) {
    const asked: { path: string | undefined; token: string | undefined }[] = []
    const server = createServer((request, response) => {
      asked.push({ path: request.url, token: request.headers.authorization })
      const type = typeof body === 'string' ? 'text/html' : 'application/json'
      response
        .writeHead(status, { 'content-type': type })
        .end(typeof body === 'string' ? body : JSON.stringify(body))
    })
    const port = await freePort()
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    closing.push(() => server.close())
    const url = `http://127.0.0.1:${port}`
    const owner = await thisOwner({ ...ENV, GITHUB_API_URL: url })
    return { url, asked, owner: { ...owner, machine: 'another' }, api: testGitHub({ url, token: 'secret' }) }
  }

  test.each([
    ['completed', 'dead'],
    ['in_progress', 'alive'],
    ['queued', 'alive'],
    ['something_new', 'alive'],
  ])('that is "%s" is %s', async (status, state) => {
    const { asked, owner, api } = await gitHub(200, { status, conclusion: 'failure' })
    expect(await livenessOfRun(owner, api)).toEqual({
      state,
      why: `its workflow run is "${status}"`,
    })
    expect(asked).toEqual([{ path: '/repos/acme/cloud/actions/runs/42/attempts/3', token: 'token secret' }])
  })

  test.each<[string, number, unknown, RegExp]>([
    ['the token may not', 403, {}, /403.*actions: read/],
    ['it is not found', 404, {}, /404.*actions: read/],
    ['GitHub has a fault', 502, 'oops', /502/],
    ['the answer is no JSON', 200, '<html>', /understood/],
    ['the answer has no status', 200, { status: null }, /understood/],
    ['the status is none', 200, { status: 'a\n::error::b' }, /understood/],
  ])('is unknown when %s', async (_name, status, body, why) => {
    const { owner, api } = await gitHub(status, body)
    expect(await livenessOfRun(owner, api)).toEqual({
      state: 'unknown',
      why: expect.stringMatching(why),
    })
  })

  test('is unknown when GitHub cannot be reached', async () => {
    const { owner, api } = await gitHub(200, {})
    for (const close of closing.splice(0)) close()
    expect(await livenessOfRun(owner, api)).toMatchObject({ state: 'unknown' })
  })

  test('is looked up only at the GitHub of this process, whatever address the ledger has', async () => {
    const { asked, owner, url, api } = await gitHub(200, { status: 'completed' })
    const elsewhere = testGitHub({ url: 'https://api.github.example', token: 'secret' })
    expect(await livenessOfRun(owner, elsewhere)).toBeUndefined()
    expect(await livenessOfRun(owner, undefined)).toBeUndefined()
    expect(await livenessOfRun(owner, testGitHub({ url, token: undefined }))).toBeUndefined()
    const run = { api_url: url, repository: '../../user', id: 1, attempt: 1 }
    expect(await livenessOfRun({ ...owner, run }, api)).toMatchObject({
      state: 'unknown',
    })
    expect(asked).toEqual([])
  })

  test('has no name outside of GitHub', async () => {
    expect((await thisOwner({})).run).toBeNull()
    expect((await thisOwner({ ...ENV, GITHUB_API_URL: 'https://a', GITHUB_RUN_ID: 'x' })).run).toBeNull()
  })
})
