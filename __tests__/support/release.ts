import { buildRelease } from '../../src/release/build.js'
import type { PackageResult } from '../../src/release/result.js'
import { type FileSpec, makeRepository } from './repository.js'

/** A small repository with what is hard to package: modes, links, odd names. */
export const FILES: Record<string, FileSpec> = {
  'changeover.yml': 'version: 1\nname: region-one\n',
  'heat/app.yaml': 'heat_template_version: 2021-04-16\n',
  'db/expand.sh': { text: '#!/bin/bash\n', executable: true },
  'heat/latest.yaml': { link: 'app.yaml' },
  'ümläut und leer.txt': 'ä\n',
  '.hidden': '',
}

/** Package a new repository that holds `files`. */
export async function build(
  temporaryFolder: () => Promise<string>,
  files = FILES,
  version = '1.0.0',
): Promise<{ repository: string; output: string; result: PackageResult }> {
  const repository = await makeRepository(await temporaryFolder(), files)
  const output = await temporaryFolder()
  return { repository, output, result: await buildRelease({ folder: repository, version, output }) }
}
