import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Whether this user may mount a disk of its own: root outside of most containers. */
export const mayMount = process.getuid?.() === 0 && spawnSync('unshare', ['--mount', 'true']).status === 0

/**
 * Mount a disk of 64 KiB over a folder during `work`.
 *
 * @param files what is on it before it is filled to its last byte
 */
export async function withFullDisk<T>(
  folder: string,
  files: Record<string, string>,
  work: () => Promise<T>,
): Promise<T> {
  must('mount', ['-t', 'tmpfs', '-o', 'size=64k,mode=700', 'tmpfs', folder])
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
    const full = await writeFile(join(folder, 'ballast'), Buffer.alloc(128 * 1024)).catch(() => 'full')
    if (full !== 'full') throw new Error('the disk is not full')
    return await work()
  } finally {
    must('umount', ['--lazy', folder])
  }
}

function must(command: string, args: string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command}: ${stderr}`)
}
