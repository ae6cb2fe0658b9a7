import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** What openstack-ansible's inventory generator says of a configuration. */
export interface Verdict {
  ok: boolean
  /** The Python exception that ended it. */
  raises?: string
}

/** The generator of a checkout of openstack-ansible. Needs a Python with netaddr and PyYAML. */
export class Generator {
  constructor(
    private readonly checkout: string,
    private readonly python = process.env.CHANGEOVER_OSA_PYTHON ?? '/usr/bin/python3',
  ) {}

  /** Ask about files: path → content. */
  async judge(files: Readonly<Record<string, string>>): Promise<Verdict> {
    return this.inFolder(async (folder) => {
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true })
        await writeFile(join(folder, path), content)
      }
    })
  }

  /** Ask about a folder's openstack_user_config.yml, conf.d and env.d. */
  async judgeFolder(from: string): Promise<Verdict> {
    return this.inFolder(async (folder) => {
      for (const part of ['openstack_user_config.yml', 'conf.d', 'env.d']) {
        await cp(join(from, part), join(folder, part), { recursive: true }).catch(() => undefined)
      }
    })
  }

  /** The generator writes beside what it reads, so it gets a folder of its own. */
  private async inFolder(fill: (folder: string) => Promise<void>): Promise<Verdict> {
    const folder = await mkdtemp(join(tmpdir(), 'changeover-osa-'))
    try {
      await fill(folder)
      return await this.run(folder)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  private run(folder: string): Promise<Verdict> {
    const script = join(this.checkout, 'inventory/dynamic_inventory.py')
    const options = {
      cwd: folder,
      env: { PATH: '/usr/bin:/bin', HOME: folder, PYTHONPATH: this.checkout },
      timeout: 60_000,
    }
    return new Promise((resolve, reject) => {
      execFile(this.python, [script, '--config', folder, '--check'], options, (error, _stdout, stderr) => {
        if (!error) resolve({ ok: true })
        else if (error.code === 1) resolve({ ok: false, raises: exceptionIn(stderr) })
        else reject(new Error(`the generator did not run: ${stderr || error.message}`))
      })
    })
  }
}

/** A traceback ends with the exception's name; SystemExit leaves its message only. */
function exceptionIn(stderr: string): string {
  const lines = stderr.trim().split('\n')
  if (!lines.some((line) => line.startsWith('Traceback'))) return 'SystemExit'
  const last = lines.findLast((line) => /^[A-Za-z_][\w.]*(:|$)/.test(line)) ?? ''
  return last.split(':')[0]?.split('.').at(-1) ?? ''
}
