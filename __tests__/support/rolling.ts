import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import type { Release } from '../../src/release/open.js'
import { Scene } from './changeover.js'

const write = (what: string) => `echo "${what} $CHANGEOVER_HOSTS" >> "$DIARY"`
/** Fails for a host while a file says so, and waits while another one does. */
const unless = (what: string) =>
  `${write(what)}; for f in "$DIARY.${what}-"*; do [[ ",$CHANGEOVER_HOSTS," != *",\${f##*-},"* ]] || exit 7; done; ` +
  `while [ -e "$DIARY.hold-${what}" ]; do sleep 0.02; done`

/** Conductors one by one, and computes with a canary. */
export const STEPS = [
  { name: 'conductor', hosts: ['k1', 'k2'], deploy: { run: unless('conductor') } },
  {
    name: 'compute',
    hosts: ['c1', 'c2', 'c3', 'c4', 'c5'],
    batch: [1, 2],
    drain: { run: unless('drain') },
    deploy: { run: unless('deploy') },
    verify: [{ name: 'up', run: unless('verify'), failures: 0, every: '20ms' }],
    restore: { run: unless('restore') },
  },
]

const CONDUCTORS = ['conductor k1', 'conductor k2']

/** What is done to the hosts of a batch. */
export const batch = (hosts: string): string[] =>
  ['drain', 'deploy', 'verify', 'restore'].map((what) => `${what} ${hosts}`)

/** What is done to all hosts. */
export const ALL = [...CONDUCTORS, ...batch('c1'), ...batch('c2,c3'), ...batch('c4,c5')]

/** A scene whose releases roll, and whose hosts can be broken. */
export class RollingScene {
  private constructor(readonly scene: Scene) {}

  static async create(folder: string): Promise<RollingScene> {
    return new RollingScene(await Scene.create(folder))
  }

  release(version: string, rolling: unknown = STEPS): Promise<Release> {
    const settings = { rolling, monitor: undefined, bake: { for: '100ms' }, expand: undefined }
    return this.scene.release(version, this.scene.settings(settings))
  }

  mark(name: string): string {
    return join(this.scene.folder, `diary.${name}`)
  }

  breakHost(what: string, host: string): Promise<void> {
    return writeFile(this.mark(`${what}-${host}`), '')
  }

  mend(what: string, host: string): Promise<void> {
    return rm(this.mark(`${what}-${host}`))
  }

  /** What was done to hosts, without what was done to colors. */
  async done(): Promise<string[]> {
    return (await this.scene.diary()).filter((line) => !/ to (blue|green)$|live=/.test(line))
  }

  forget(): Promise<void> {
    return rm(join(this.scene.folder, 'diary'))
  }

  /** At most ten seconds. */
  async until(line: string): Promise<void> {
    for (let tries = 0; tries < 500 && !(await this.scene.diary()).includes(line); tries++)
      await new Promise((resolve) => setTimeout(resolve, 20))
  }

  /** The first release is live; the next one's rolling fails at a host. */
  async failedAt(what: string, host: string): Promise<{ failed: Release }> {
    await this.scene.deploy(await this.release('1'))
    await this.forget()
    await this.breakHost(what, host)
    const failed = await this.release('2')
    expect(await this.scene.deploy(failed)).toMatchObject({ outcome: 'failed' })
    return { failed }
  }
}
