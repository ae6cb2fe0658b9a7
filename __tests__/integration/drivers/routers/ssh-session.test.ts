import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { SshSession } from '../../../../src/drivers/routers/haproxy/ssh-session.js'

/** An ssh whose socket exists for a while before anything listens at it, as between bind and listen on a busy machine. */
const SLOW_SSH = `#!/bin/sh
exec "${process.execPath}" -e '
const net = require("node:net")
const { execFileSync } = require("node:child_process")
const { renameSync, unlinkSync } = require("node:fs")
const path = process.argv.find((word) => word.includes(":/remote.sock")).split(":")[0]
const leave = "require(\\"node:net\\").createServer().listen(process.argv[1], () => process.kill(process.pid, \\"SIGKILL\\"))"
try { execFileSync(process.execPath, ["-e", leave, path + ".left"], { stdio: "ignore" }) } catch {}
renameSync(path + ".left", path)
setTimeout(() => { unlinkSync(path); net.createServer((client) => client.on("error", () => {}).end("forwarded")).listen(path) }, 400)
' -- "$@"
`

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ssh-'))
  await writeFile(join(folder, 'ssh'), SLOW_SSH)
  await chmod(join(folder, 'ssh'), 0o755)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('the forwarded socket is not used before ssh listens on it', async () => {
  const target = { user: undefined, host: 'lb1', port: undefined, path: '/remote.sock' }
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` }
  const session = new SshSession('lb1', target, { timeoutMs: 5_000, temporaryFolder: folder, env })
  try {
    expect(await answerOf(await session.socket())).toBe('forwarded')
  } finally {
    await session.close()
  }
})

function answerOf(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    connect(path)
      .setEncoding('utf8')
      .on('data', (part) => {
        text += part
      })
      .on('end', () => resolve(text))
      .on('error', reject)
  })
}
