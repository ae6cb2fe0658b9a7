// Builds dist/: the CLI, one small entry for each action, and the chunks that they share.
//   node script/build.mjs            write generated/ and dist/
//   node script/build.mjs --check    change nothing; exit 1 when what is committed is not what the source builds
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { writeGenerated } from './generate.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const check = process.argv.includes('--check')

const stale = []
await writeGenerated()

const actions = (await readdir(join(root, 'src/actions'))).filter((name) => name.endsWith('.ts'))
const { outputFiles, metafile } = await build({
  absWorkingDir: root,
  entryPoints: [
    { in: 'src/cli/main.ts', out: 'cli' },
    { in: 'src/drivers/routers/local/forwarder.ts', out: 'local-forwarder' },
    ...actions.map((name) => ({ in: `src/actions/${name}`, out: `actions/${name.replace(/\.ts$/, '')}` })),
  ],
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  write: false,
  metafile: true,
  legalComments: 'none', // dist/licenses.txt has them whole
  logLevel: 'warning',
  // bundled CommonJS packages ask for Node's own modules by require
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'\nconst require = __createRequire(import.meta.url)",
  },
  plugins: [withoutOidcClient(), withoutZip()],
})
const built = new Map(outputFiles.map((file) => [relative(root, file.path), Buffer.from(file.contents)]))
const cli = built.get('dist/cli.js')
built.set('dist/cli.js', Buffer.concat([Buffer.from('#!/usr/bin/env node\n'), cli]))
built.set('dist/licenses.txt', Buffer.from(await licenses(metafile)))
for (const [path, content] of built) await put(path, content)
for (const path of await filesIn('dist')) {
  if (built.has(path)) continue
  stale.push(`${path} is not built from anything`)
  if (!check) await rm(join(root, path))
}

if (check && stale.length > 0) {
  console.error(`dist/ is not what the source builds:\n  ${stale.join('\n  ')}\nRun: npm run build`)
  process.exitCode = 1
} else if (check) console.log(`dist/ is what the source builds: ${built.size} files`)

async function put(path, content) {
  const target = join(root, path)
  const old = await readFile(target).catch(() => undefined)
  if (old?.equals(content)) return
  stale.push(`${path} ${old ? 'differs' : 'is missing'}`)
  if (check) return
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, content, { mode: path === 'dist/cli.js' ? 0o755 : 0o644 })
}

async function filesIn(folder) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

/** No action asks for an OIDC token, and the client for it would triple every action's start. */
function withoutOidcClient() {
  return {
    name: 'without-oidc-client',
    setup(plugin) {
      plugin.onLoad({ filter: /@actions[\\/]core[\\/]lib[\\/]oidc-utils\.js$/ }, () => ({
        contents:
          'export class OidcClient { static getIDToken() { throw new Error("this build has no OIDC client") } }',
      }))
    },
  }
}

/**
 * Releases are artifacts as they are: no zip is written or unpacked. What the artifact client brings for that is a third
 * of its size, and one package of it does not say under which license it is.
 */
function withoutZip() {
  const no = 'throw new Error("this build reads and writes no zip")'
  return {
    name: 'without-zip',
    setup(plugin) {
      plugin.onLoad({ filter: /@actions[\\/]artifact[\\/]lib[\\/]internal[\\/]upload[\\/]zip\.js$/ }, () => ({
        contents: `export function createZipUploadStream() { ${no} }`,
      }))
      plugin.onResolve({ filter: /^unzip-stream$/ }, () => ({
        path: 'unzip-stream',
        namespace: 'without-zip',
      }))
      plugin.onLoad({ filter: /.*/, namespace: 'without-zip' }, () => ({
        contents: `export default { Extract() { ${no} } }`,
      }))
    },
  }
}

/** The licenses of the packages that are bundled. */
async function licenses({ inputs }) {
  const packages = new Set()
  for (const input of Object.keys(inputs)) {
    const [, name] = /(?:^|.*\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input) ?? []
    if (name) packages.add(name)
  }
  const texts = []
  for (const name of [...packages].sort()) {
    const folder = join(root, 'node_modules', name)
    const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry))
    const text = file ? (await readFile(join(folder, file), 'utf8')).trim() : `License: ${license}`
    texts.push(`${name} ${version} (${license})\n${'-'.repeat(40)}\n${text}\n`)
  }
  return `Packages that are bundled in this folder, each under its own license.\n\n${texts.join('\n\n')}`
}
