import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { gitLease } from '../../../src/deploy/lease/git-lease.js'
import { LeaseRefused, LeaseTaken, leaseOf } from '../../../src/deploy/lease/lease.js'
import { gitLedger } from '../../../src/deploy/ledger/git-ledger.js'
import { ledgerLogin } from '../../../src/deploy/ledger/login.js'
import type { Owner } from '../../../src/deploy/ledger/state.js'
import { newRecord } from '../../../src/deploy/phases/operation.js'
import { GitError } from '../../../src/platform/git/git.js'
import { type GitHttp, gitHttp } from '../../rig/git-http.js'
import { makeRepository, testGit } from '../../support/repository.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
const now = () => new Date('2026-11-24T10:00:00Z')
const REF = 'refs/changeover-leases/production'

// a login that the machine's own settings hold would be left alone
process.env.GIT_CONFIG_GLOBAL = '/dev/null'
process.env.GIT_CONFIG_SYSTEM = '/dev/null'

const servers: GitHttp[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})

const operation = newRecord('deploy', { version: '2', digest: 'd' }, 'blue', 'green', 'x')

function leaseBy(name: string, minute = 0) {
  const owner: Owner = { host: 'far', machine: null, pid: 7, started: 1, name, run: null }
  return leaseOf(operation, owner, new Date(Date.UTC(2026, 10, 24, 10, minute)))
}

async function clones(): Promise<{ folder: string; bare: string; one: string; two: string }> {
  const folder = await temporaryFolder()
  const seed = await makeRepository(await temporaryFolder(), { 'a.txt': 'a' })
  const bare = join(folder, 'bare.git')
  await testGit(folder, 'clone', '--quiet', '--bare', seed, bare)
  await testGit(bare, 'config', 'http.receivepack', 'true')
  for (const name of ['one', 'two']) await testGit(folder, 'clone', '--quiet', bare, name)
  return { folder, bare, one: join(folder, 'one'), two: join(folder, 'two') }
}

const leaseIn = (folder: string, remote?: string) =>
  gitLease({ folder, environment: 'production', remote, now })

describe.each([
  ['on a remote', 'origin'],
  ['in the repository itself', undefined],
])('a lease in a Git ref, %s', (_name, remote) => {
  async function places() {
    const { bare, one, two } = await clones()
    return remote === undefined ? { kept: one, mine: one, other: one } : { kept: bare, mine: one, other: two }
  }

  test('is seen by another run, has no history, and is removed by its owner', async () => {
    const { kept, mine, other } = await places()
    const lease = leaseIn(mine, remote)
    expect(await leaseIn(other, remote).read()).toBeUndefined()
    await lease.renew(leaseBy('ada'))
    const first = await leaseIn(other, remote).read()
    expect(first?.lease).toEqual(leaseBy('ada'))
    await lease.renew(leaseBy('ada', 1))
    const second = await leaseIn(other, remote).read()
    expect(second?.lease).toEqual(leaseBy('ada', 1))
    expect(second?.id).not.toBe(first?.id)
    expect(await testGit(kept, 'rev-list', '--count', REF)).toBe('1')
    expect(await testGit(kept, 'for-each-ref', 'refs/changeover/')).toBe('')
    await lease.remove()
    expect(await leaseIn(other, remote).read()).toBeUndefined()
  })

  test('of another run is not overwritten', async () => {
    const { mine, other } = await places()
    const [old, taker] = [leaseIn(mine, remote), leaseIn(other, remote)]
    await old.renew(leaseBy('ada'))
    await taker.renew(leaseBy('eve'))
    await expect(old.renew(leaseBy('ada', 1))).rejects.toThrow(LeaseTaken)
    await expect(old.remove()).rejects.toThrow()
    expect((await leaseIn(other, remote).read())?.lease.owner.name).toBe('eve')
    await taker.renew(leaseBy('eve', 1))
  })

  test('that was deleted is written again', async () => {
    const { kept, mine, other } = await places()
    const lease = leaseIn(mine, remote)
    await lease.renew(leaseBy('ada'))
    await testGit(kept, 'update-ref', '-d', REF)
    await lease.renew(leaseBy('ada', 1)).catch(() => lease.renew(leaseBy('ada', 2)))
    expect((await leaseIn(other, remote).read())?.lease.owner.name).toBe('ada')
  })

  test('that is not valid is ignored', async () => {
    const { kept, other } = await places()
    await testGit(kept, 'update-ref', REF, 'HEAD')
    expect(await leaseIn(other, remote).read()).toBeUndefined()
  })
})

describe('a remote over HTTP', () => {
  async function served(login?: string) {
    const made = await clones()
    const server = await gitHttp(made.folder, login)
    servers.push(server)
    const address = `${server.url}/bare.git`
    for (const clone of [made.one, made.two]) await testGit(clone, 'remote', 'set-url', 'origin', address)
    return { ...made, server, address }
  }

  test('a server that refuses such a ref differs from one that cannot be reached', async () => {
    const { server, bare, one } = await served()
    await writeFile(join(bare, 'hooks/update'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    await expect(leaseIn(one, 'origin').renew(leaseBy('ada'))).rejects.toThrow(LeaseRefused)
    await server.stop()
    const error = await leaseIn(one, 'origin')
      .renew(leaseBy('ada'))
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(GitError)
  })

  test('a renewal whose answer was lost is not taken for one of another run', async () => {
    const { server, one, two } = await served()
    const lease = leaseIn(one, 'origin')
    await lease.renew(leaseBy('ada'))
    server.loseNextReply()
    await lease.renew(leaseBy('ada', 1))
    await lease.renew(leaseBy('ada', 2))
    expect((await leaseIn(two, 'origin').read())?.lease).toEqual(leaseBy('ada', 2))
  })

  describe('that asks for a login', () => {
    const login = `basic ${Buffer.from('x-access-token:s3cret').toString('base64')}`
    const ledgerIn = (folder: string, env: Record<string, string>) =>
      gitLedger({ folder, environment: 'production', strategy: 'blue_green', remote: 'origin', now, env })

    test('the ledger and the lease use the token when the checkout has no credentials', async () => {
      const { server, one, address } = await served(login)
      await expect(ledgerIn(one, {}).read()).rejects.toMatchObject({ code: 'ledger_unreachable' })
      const env = await ledgerLogin(one, address, 's3cret', { GITHUB_SERVER_URL: server.url })
      const ledger = ledgerIn(one, env)
      const read = await ledger.read()
      expect(await ledger.record(read, read, 'one')).toMatchObject({ serial: 1 })
      expect(await ledger.history(5)).toHaveLength(1)
      await gitLease({ folder: one, environment: 'production', remote: 'origin', env, now }).renew(
        leaseBy('ada'),
      )
      expect(server.asked).toContain(login)
    })

    test('the credentials of the checkout are not replaced', async () => {
      const { server, one, address } = await served(login)
      await testGit(one, 'config', `http.${server.url}/.extraheader`, `AUTHORIZATION: ${login}`)
      const env = await ledgerLogin(one, address, 'another', { GITHUB_SERVER_URL: server.url })
      expect(env).toEqual({})
      expect(await ledgerIn(one, env).read()).toMatchObject({ serial: 0 })
    })
  })

  test.each([
    ['another server', 'https://git.example/acme/cloud.git'],
    ['the server without encryption', 'http://github.example/acme/cloud.git'],
    ['a name that only begins like the server', 'https://github.example.evil.test/acme/cloud.git'],
    ['ssh', 'git@github.example:acme/cloud.git'],
    ['a folder', '/srv/cloud.git'],
    ['an address with a login of its own', 'https://ada:pw@github.example/acme/cloud.git'],
  ])('%s gets no token', async (_name, address) => {
    const folder = await makeRepository(await temporaryFolder(), { 'a.txt': 'a' })
    const env = { GITHUB_SERVER_URL: 'https://github.example' }
    expect(await ledgerLogin(folder, address, 's3cret', env)).toEqual({})
    const own = 'https://github.example/acme/cloud.git'
    expect(Object.keys(await ledgerLogin(folder, own, 's3cret', { ...env, GIT_CONFIG_COUNT: '2' }))).toEqual([
      'GIT_CONFIG_COUNT',
      'GIT_CONFIG_KEY_2',
      'GIT_CONFIG_VALUE_2',
    ])
    expect(await ledgerLogin(folder, own, undefined, env)).toEqual({})
  })
})
