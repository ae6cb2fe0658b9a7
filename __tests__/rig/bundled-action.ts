import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { load } from 'js-yaml'

/** Some packages of the toolkit still call `require`. */
const BANNER = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

/**
 * Put an action into `folder` that has the inputs of one of ours and does what `source` says, bundled like the
 * real ones. It imports from `src/`, for example `./src/github/run-action.js`.
 */
export async function bundleAction(
  folder: string,
  actionFile: string,
  source: { main: string; post?: string },
): Promise<{ action: string; workspace: string }> {
  const { inputs } = load(await readFile(actionFile, 'utf8')) as { inputs: object }
  const runs: Record<string, string> = { using: 'node24', main: 'main.mjs' }
  await bundle(source.main, join(folder, 'main.mjs'))
  if (source.post !== undefined) {
    await bundle(source.post, join(folder, 'post.mjs'))
    runs.post = 'post.mjs'
  }
  await writeFile(join(folder, 'action.yml'), JSON.stringify({ name: 'fixture', inputs, runs })) // JSON is YAML
  return { action: folder, workspace: folder }
}

async function bundle(source: string, outfile: string): Promise<void> {
  await build({
    stdin: { contents: source, resolveDir: resolve('.'), loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    banner: { js: BANNER },
    logLevel: 'silent',
  })
}
