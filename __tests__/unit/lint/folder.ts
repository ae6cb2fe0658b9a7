import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Finding, ValidateResult } from '../../../src/lint/engine/finding.js'
import { type ValidateOptions, validateFolder } from '../../../src/lint/engine/validate.js'

export type Files = Record<string, string | Uint8Array>

/** Run `work` in a temporary folder that holds these files. */
export async function inFolder<T>(files: Files, work: (root: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'changeover-definitions-'))
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), content)
    }
    return await work(root)
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/** Validates these files, with all defaults unless told otherwise. Git is not asked: the files are known. */
export function validated(files: Files, options: Partial<ValidateOptions> = {}): Promise<ValidateResult> {
  const list = async () => Object.keys(files).sort()
  return inFolder(files, (root) => validateFolder({ root, list, ignore: [], rules: {}, ...options }))
}

/** `rule file:line:column`, which is what most tests care about. */
export function places(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, file, line, column }) => `${rule} ${file}:${line}:${column}`)
}
