import { rm, symlink } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { type Fault, startFaultySocket } from '../../integration/drivers/routers/faulty-socket.js'
import { describeWithHaproxy } from '../../integration/drivers/routers/haproxy-lab.js'
import { truthOf } from '../../rig/survival/nodes.js'
import { hasStandby, ReleasePool } from '../../rig/survival/release-pool.js'
import { endOf, SurvivalSite, wordOf } from '../../rig/survival/site.js'
import { until } from '../../support/until.js'

describeWithHaproxy('a run that is killed between the commits to two nodes', () => {
  let site: SurvivalSite
  let pool: ReleasePool
  let old: string
  let deploy: string[]
  beforeAll(async () => {
    site = await SurvivalSite.start()
    pool = await ReleasePool.make(site)
  })
  afterAll(() => site.stop())
  beforeEach(async () => {
    if (!(await hasStandby(site))) await pool.deploy(site, undefined)
    old = await site.users()
    deploy = ['deploy', '-r', await pool.unused(site)]
  })
  afterEach(async () => expect(await site.flaws()).toEqual([]))

  /** Let something stand before the admin socket of the second node during `work`. */
  async function withFault<T>(fault: Fault, work: () => Promise<T>): Promise<T> {
    const [, node] = site.nodes
    if (!node) throw new Error('there is no second node')
    await rm(node.named)
    const socket = await startFaultySocket(node.named, node.socket, fault)
    try {
      return await work()
    } finally {
      await socket.stop()
      await rm(node.named, { force: true })
      await symlink(node.socket, node.named)
    }
  }

  /**
   * Kill a run when the first node has its commit: before the second one gets its own (users are `split`), or while that is
   * on its way (they are `moved`).
   */
  async function killAtCommit(args: string[], when: 'split' | 'moved'): Promise<string> {
    const [first] = site.nodes
    if (!first) throw new Error('there is no first node')
    const before = (await truthOf(first)).memory
    let pid = 0
    const kill = async () => {
      await until('the first node is committed', async () => (await truthOf(first)).memory !== before)
      process.kill(pid, 'SIGKILL')
      if (when === 'split') throw new Error('the command is never handed on')
    }
    const fault: Fault = (command) => (command.startsWith('commit map') ? { after: kill() } : 'pass')
    return withFault(fault, async () => {
      const run = site.start(args)
      pid = run.pid
      return wordOf(endOf(await run.ended))
    })
  }

  test.each([
    ['split', 'the same again', 'promoted'],
    ['split', 'a rollback', 'restored'],
    ['moved', 'the same again', 'promoted'],
    ['moved', 'a rollback', 'restored'],
  ] as const)('leaves users %s; %s brings all to one color: %s', async (when, next, outcome) => {
    expect(await killAtCommit(deploy, when)).toBe('killed')
    const users = await site.users()
    if (when === 'split') expect(users).toMatch(new RegExp(` / ${old}$`))
    else expect(users).not.toMatch(`/|${old}`)
    expect(await site.lastRecord()).toMatch(/: shift$/)
    expect(wordOf(await site.run(...(next === 'a rollback' ? ['rollback'] : deploy)))).toBe(outcome)
    if (next === 'a rollback') expect(await site.users()).toBe(old)
    else expect(await site.users()).not.toBe(old)
  })

  test('and the one that shifts traffic back is killed there, too: the third one does it', async () => {
    expect(await killAtCommit(deploy, 'moved')).toBe('killed')
    expect(await killAtCommit(['rollback'], 'split')).toBe('killed')
    expect(await site.users()).toContain(' / ')
    expect(wordOf(await site.run('rollback'))).toBe('restored')
    expect(await site.users()).toBe(old)
  })

  test('a commit whose answer is lost does not end the run: every node is put back', async () => {
    let lost = 0
    const fault: Fault = (command) => (command.startsWith('commit map') && lost++ === 0 ? 'swallow' : 'pass')
    const end = await withFault(fault, () => site.run(...deploy))
    expect(wordOf(end)).toBe('aborted (shift_failed)')
    expect(await site.users()).toBe(old)
  })
})
