// Compiles schemas/ into code: the manifest's types and its validator, so that no action compiles a schema at start.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import Ajv2020 from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { compile } from 'json-schema-to-typescript'

const root = new URL('..', import.meta.url)
const NOTICE = '// Generated from schemas/ by script/generate.mjs. Do not edit.\n'

/** Schemas that data from outside is held to when it is read, and where their validators live. */
const VALIDATORS = {
  manifest: 'generated/manifest-validator',
  release: 'generated/release-validator',
  ledger: 'generated/ledger-validator',
}

/** The generated files of the project: path → text. */
export async function generate() {
  const files = {}
  for (const [name, path] of Object.entries(VALIDATORS)) {
    const schema = JSON.parse(await readFile(new URL(`schemas/${name}.schema.json`, root), 'utf8'))
    files[`${path}.js`] = NOTICE + validatorCode(schema)
    files[`${path}.d.ts`] = `${NOTICE}import type { ErrorObject } from 'ajv'\n
declare const validate: { (data: unknown): boolean; errors?: ErrorObject[] | null }\nexport default validate\n`
    if (name === 'manifest') files['generated/manifest.ts'] = await typesCode(schema)
  }
  return files
}

function typesCode(schema) {
  return compile(forTypes(schema), 'Manifest', {
    bannerComment: NOTICE,
    additionalProperties: false,
    style: { singleQuote: true, semi: false, printWidth: 110 },
  })
}

function validatorCode(schema) {
  const ajv = new Ajv2020.default({
    allErrors: true,
    verbose: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    discriminator: true,
    code: { source: true, esm: true, lines: true },
  })
  return requiresToImports(standalone.default(ajv, ajv.compile(schema)))
}

/** What json-schema-to-typescript would turn into noise: intersections, tuples, a numbered type for each remark beside a $ref. */
function forTypes(schema) {
  const { title, oneOf } = schema.$defs.environment
  const environment = { title, oneOf }
  const { oneOf: _either, ...probe } = schema.$defs.probe
  const { anyOf: _threshold, ...prometheus } = schema.$defs.prometheus_probe
  const { oneOf: _url, ...witness } = schema.$defs.witness
  const probes = { probe, prometheus_probe: prometheus, witness }
  return simplified({ ...schema, $defs: { ...schema.$defs, environment, ...probes } })
}

function simplified(node) {
  if (Array.isArray(node)) return node.map(simplified)
  if (typeof node !== 'object' || node === null) return node
  if (typeof node.$ref === 'string') return { $ref: node.$ref }
  const { minItems: _least, maxItems: _most, ...rest } = node
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, simplified(value)]))
}

/** Ajv writes `require` for its few helpers even in ESM mode. */
function requiresToImports(code) {
  const imports = new Set()
  const body = code.replace(/require\("(ajv\/dist\/runtime\/(\w+))"\)\.default/g, (_all, path, name) => {
    imports.add(`import ${name}Module from '${path}.js'`)
    return `(${name}Module.default ?? ${name}Module)`
  })
  return `${[...imports].join('\n')}\n${body}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(await generate())) await writeFile(new URL(path, root), text)
}
