import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '../rig/ports.js'

const START_MS = 20_000
/** `robot` with the password below, as htpasswd -B writes it. */
const HTPASSWD = 'robot:$2y$05$v63R0ObnPc8O8qF0eNDJnOqgL8ciMwqEmOmeMUiyofI5/cbA0Gm1C\n'

/** Debian's docker-registry on loopback, with its state in a folder of its own. */
export class RealRegistry {
  readonly user = 'robot'
  readonly password = 'a-password-of-the-test'

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly host: string,
  ) {}

  static async start(login: boolean): Promise<RealRegistry> {
    const folder = await mkdtemp(join(tmpdir(), 'changeover-registry-'))
    const host = `127.0.0.1:${await freePort()}`
    const passwords = join(folder, 'htpasswd')
    const config = {
      version: '0.1',
      log: { level: 'error', accesslog: { disabled: true } },
      storage: { filesystem: { rootdirectory: join(folder, 'data') } },
      http: { addr: host },
      ...(login ? { auth: { htpasswd: { realm: 'test', path: passwords } } } : {}),
    }
    await writeFile(passwords, HTPASSWD)
    await writeFile(join(folder, 'config.yml'), JSON.stringify(config)) // JSON is YAML
    const child = spawn('docker-registry', ['serve', join(folder, 'config.yml')], { stdio: 'ignore' })
    const registry = new RealRegistry(child, folder, host)
    try {
      await registry.listening()
      return registry
    } catch (error) {
      await registry.stop()
      throw error
    }
  }

  async stop(): Promise<void> {
    this.child.kill('SIGKILL')
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 })
  }

  private async listening(): Promise<void> {
    let failed: unknown
    this.child.once('error', (error) => {
      failed = error
    })
    const deadline = performance.now() + START_MS
    while (!(await fetch(`http://${this.host}/v2/`).catch(() => undefined))) {
      if (failed) throw failed
      if (this.child.exitCode !== null) throw new Error(`docker-registry ended with ${this.child.exitCode}`)
      if (performance.now() > deadline) throw new Error(`docker-registry: not within ${START_MS} ms`)
      await delay(50)
    }
  }
}
