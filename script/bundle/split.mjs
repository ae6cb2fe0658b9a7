// Builds the files of dist/ that hold code: esbuild splits the source into the bundles of bundles.mjs.
import { readFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { BUNDLES, homeOf } from './bundles.mjs'
import { replacements } from './replacements.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const NAMES = Object.keys(BUNDLES)
const TARGET = 'node20.19'
/** CommonJS packages load Node's own modules with `require`. */
const REQUIRE = `import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)\n`

const common = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: TARGET,
  keepNames: true,
  preserveSymlinks: true, // node_modules may be a link to another folder
  write: false,
  metafile: true,
  legalComments: 'none', // dist/licenses.txt has them
  logLevel: 'warning',
}
const entryPoints = NAMES.map((name) => ({ in: BUNDLES[name].module, out: name }))

/**
 * Build the bundles. Each is one file, although esbuild makes two of a bundle that others build on: the modules, and a file
 * that exports what the bundle exports.
 *
 * @returns the content of each file by its path, and the paths of all modules that went into them
 */
export async function bundles() {
  const graph = await importGraph()
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints,
    splitting: true,
    chunkNames: '[name]-[hash]',
    plugins: [extraImports(missingImports(graph)), ...replacements()],
  })
  const texts = new Map(outputFiles.map((file) => [relative(root, file.path), file.text]))
  const chunks = chunksOf(metafile.outputs, homes(graph))
  const files = new Map()
  for (const name of NAMES) {
    const entry = parsed(texts.get(`dist/${name}.js`), chunks)
    const chunk = [...chunks].find(([, bundle]) => bundle === name)
    const merged = chunk ? mergedInto(parsed(texts.get(`dist/${chunk[0]}`), chunks), entry, name) : entry
    files.set(`dist/${name}.js`, await minified(printed(merged)))
  }
  return { files, inputs: Object.keys(metafile.inputs) }
}

/** Build a program that stands alone, in one file. */
export async function program(module, path) {
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: [module],
    plugins: replacements(),
  })
  return {
    files: new Map([[path, await minified(outputFiles[0].text)]]),
    inputs: Object.keys(metafile.inputs),
  }
}

async function minified(text) {
  const code = /\brequire\b/.test(text) ? REQUIRE + text : text
  const options = {
    minify: true,
    format: 'esm',
    platform: 'node',
    target: TARGET,
    lineLimit: 500,
    legalComments: 'none',
  }
  return (await transform(code, options)).code
}

/** Which modules each module imports at once, by path. */
async function importGraph() {
  const { metafile } = await build({ ...common, entryPoints, plugins: replacements() })
  const modules = new Set(NAMES.map((name) => BUNDLES[name].module))
  const graph = new Map()
  for (const [path, { imports }] of Object.entries(metafile.inputs)) {
    const inside = imports.filter(({ external }) => !external)
    for (const { kind, path: target } of inside) {
      if (kind !== 'dynamic-import' || modules.has(target)) continue
      throw new Error(
        `${path} loads ${target} with import(). Add it to BUNDLES in script/bundle/bundles.mjs.`,
      )
    }
    graph.set(
      path,
      inside.filter(({ kind }) => kind !== 'dynamic-import').map(({ path: target }) => target),
    )
  }
  return graph
}

function reached(graph, from) {
  const seen = new Set(from)
  for (const module of seen) for (const target of graph.get(module) ?? []) seen.add(target)
  return seen
}

/** The bundle of each module. */
function homes(graph) {
  const users = new Map()
  for (const name of NAMES) {
    for (const module of reached(graph, [BUNDLES[name].module]))
      users.set(module, [...(users.get(module) ?? []), name])
  }
  return new Map([...users].map(([module, names]) => [module, homeOf(names)]))
}

/**
 * What each bundle has to import beside what it imports already: the bundles that it builds on, and the modules that live
 * in it only because several others use them. esbuild puts modules into one file when the same bundles reach them.
 */
function missingImports(graph) {
  const home = homes(graph)
  return new Map(
    NAMES.map((name) => {
      const { module, on } = BUNDLES[name]
      const own = [...home].filter(([, bundle]) => bundle === name).map(([path]) => path)
      const seen = reached(graph, [module])
      const missing = own.filter((path) => !seen.has(path))
      const below = reached(
        graph,
        missing.flatMap((path) => graph.get(path)),
      )
      const roots = missing.filter((path) => !below.has(path))
      return [module, [...on.map((other) => BUNDLES[other].module), ...roots]]
    }),
  )
}

function extraImports(missing) {
  return {
    name: 'extra-imports',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/](?:actions|cli|bundles)[\\/]\w+\.ts$/ }, async ({ path }) => {
        const extra = missing.get(relative(root, path))
        if (!extra) return undefined
        const lines = extra.map((target) => `import ${JSON.stringify(resolve(root, target))}`)
        return { contents: [await readFile(path, 'utf8'), ...lines].join('\n'), loader: 'ts' }
      })
    },
  }
}

/** The bundle of each file that esbuild made for shared modules, by the name of the file. */
function chunksOf(outputs, home) {
  const chunks = new Map()
  for (const [path, { entryPoint, inputs }] of Object.entries(outputs)) {
    if (entryPoint) continue
    const modules = Object.keys(inputs)
    const names = [...new Set(modules.map((module) => home.get(module)))]
    if (names.length !== 1 || [...chunks.values()].includes(names[0])) {
      throw new Error(`dist/ would get one more file, with ${modules.join(', ')} (${names.join(', ')})`)
    }
    chunks.set(path.replace(/^dist\//, ''), names[0])
  }
  return chunks
}

/**
 * The imports, exports and code of a file of esbuild's. What one file imports from another gets the prefix `$`, so that it
 * cannot be mistaken for an export of the bundle.
 */
function parsed(text, chunks) {
  const imports = []
  const exports = []
  let code = text.replace(/^import (?:\{([^}]*)\} from )?"\.\/([^"]+)";$/gm, (_all, names, file) => {
    const from = chunks.get(file)
    if (from === undefined) throw new Error(`an import of ${file}, which is not shared`)
    imports.push({ from, names: clause(names).map(([alias, local]) => [`$${alias}`, local]) })
    return ''
  })
  code = code.replace(/^export \{([^}]*)\};$/gm, (_all, names) => {
    exports.push(...clause(names))
    return ''
  })
  return { imports, exports, code }
}

/** `a, b as c` → [[a, a], [b, c]] */
function clause(names = '') {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => name.split(' as '))
    .map(([first, second = first]) => [first, second])
}

/** The modules of a bundle, with the exports of the bundle. */
function mergedInto(chunk, entry, name) {
  const passedOn = new Map()
  const exports = chunk.exports.map(([local, alias]) => [local, `$${alias}`])
  const locals = new Map(exports.map(([local, alias]) => [alias, local]))
  for (const { from, names } of entry.imports) {
    for (const [alias, local] of names) passedOn.set(local, { from, alias })
  }
  const more = []
  for (const [local, alias] of entry.exports) {
    const { from, alias: shared } = passedOn.get(local) ?? {}
    if (from === name) exports.push([locals.get(shared), alias])
    else if (from) more.push({ from, names: [[shared, alias]] })
    else throw new Error(`${name} exports ${alias}, which is in another file than its modules`)
  }
  if (entry.code.replace(/^\/\/.*$/gm, '').trim() !== '') throw new Error(`${name} has code of its own`)
  return { imports: chunk.imports, exports, code: chunk.code, passedOn: more }
}

function printed({ imports, exports, code, passedOn = [] }) {
  const list = (names) =>
    `{ ${names.map(([one, other]) => (one === other ? one : `${one} as ${other}`)).join(', ')} }`
  return [
    ...imports.map(({ from, names }) =>
      names.length > 0 ? `import ${list(names)} from './${from}.js'` : `import './${from}.js'`,
    ),
    code,
    ...(exports.length > 0 ? [`export ${list(exports)}`] : []),
    ...passedOn.map(({ from, names }) => `export ${list(names)} from './${from}.js'`),
  ].join('\n')
}
