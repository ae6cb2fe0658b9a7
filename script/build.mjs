// Builds dist/: a small entry for the command line and for each action, and the bundles that they load.
//   node script/build.mjs            write generated/ and dist/
//   node script/build.mjs --check    write only generated/; exit 1 when dist/ differs from what the source builds
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { licenses } from './bundle/licenses.mjs'
import { bundles, program } from './bundle/split.mjs'
import { writeGenerated } from './generate.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const check = process.argv.includes('--check')

/** Every runner downloads dist/, and every pull request that changes src/ changes it. */
const LIMITS = { files: 20, bytes: 4 * 1024 * 1024 }

await writeGenerated()
const files = await built()
refuseTooMuch(files)
const stale = await staleFiles(files)
if (check) report(stale)
else for (const path of stale) await write(path, files.get(path))

async function built() {
  const parts = [
    await bundles(),
    await program('src/drivers/routers/local/forwarder.ts', 'dist/local-forwarder.js'),
  ]
  const text = await licenses(parts.flatMap(({ inputs }) => inputs))
  return new Map([
    ...(await entries()),
    ...parts.flatMap(({ files }) => [...files]),
    ['dist/licenses.txt', text],
  ])
}

/** The files that package.json and the action.yml files name. */
async function entries() {
  const result = new Map([['dist/cli.js', "#!/usr/bin/env node\nimport './command-line.js'\n"]])
  for (const action of await actionFiles()) {
    const text = await readFile(join(root, action), 'utf8')
    for (const [, kind, file] of text.matchAll(/^ {2}(main|post): (\S+)$/gm)) {
      const path = join(dirname(action), file)
      const name = /^dist\/actions\/(.+)\.js$/.exec(path)?.[1]
      if (!name) throw new Error(`${action}: ${kind} names ${file}, expected dist/actions/NAME.js`)
      const call = kind === 'main' ? `main(${JSON.stringify(name)})` : 'post()'
      result.set(path, `import { ${kind} } from '../main.js'\nawait ${call}\n`)
    }
  }
  return result
}

async function actionFiles() {
  const entries = await readdir(join(root, 'actions'), { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory())
  return ['action.yml', ...folders.map(({ name }) => `actions/${name}/action.yml`)]
}

function refuseTooMuch(files) {
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const size = `${files.size} files with ${(bytes / 1024 / 1024).toFixed(2)} MiB`
  if (files.size > LIMITS.files || bytes > LIMITS.bytes) {
    throw new Error(
      `dist/ would have ${size}. The limits are ${LIMITS.files} files and ${LIMITS.bytes} bytes.`,
    )
  }
  console.log(`dist/: ${size}`)
}

/** The paths of files that differ, are missing, or are not built any more. */
async function staleFiles(files) {
  const stale = []
  for (const [path, text] of files) {
    if ((await readFile(join(root, path), 'utf8').catch(() => undefined)) !== text) stale.push(path)
  }
  return [...stale, ...(await filesIn('dist')).filter((path) => !files.has(path))]
}

function report(stale) {
  if (stale.length === 0) return
  console.error(
    `dist/ is not what the source builds. These files differ:\n  ${stale.join('\n  ')}\nRun: npm run build`,
  )
  process.exitCode = 1
}

async function write(path, text) {
  const target = join(root, path)
  if (text === undefined) return rm(target)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, text, { mode: path === 'dist/cli.js' ? 0o755 : 0o644 })
}

async function filesIn(folder) {
  const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => [])
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}
