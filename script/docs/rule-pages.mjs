// Generates docs/rules/: a page per rule of validate, from the rule and from its findings in its own example.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { cell, fenced, table } from './markdown.mjs'

const SOURCE = 'src/lint/rules/'
const FOLDER = 'docs/rules'
const INDEX = `${FOLDER}/README.md`

/** The titles of the kinds, in the order of the index. */
const KINDS = {
  yaml: 'Every YAML file',
  heat: 'Heat templates',
  heat_environment: 'Heat environments',
  openstack_ansible: 'openstack-ansible configuration',
  kolla_ansible: 'kolla-ansible, kayobe and OSISM',
  ansible: 'Playbooks, roles, inventories and requirements',
  oslo_config: 'Configuration of the services (oslo.config)',
  clouds: 'clouds.yaml',
  haproxy: 'HAProxy',
  manifest: 'changeover.yml',
  repository: 'Across files',
}

/** The pages of all rules and their index: path → text and source. */
export async function rulePages(root) {
  // inside the package, so that the bundle finds data/
  const cache = fileURLToPath(new URL('node_modules/.cache/', root))
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'changeover-docs-'))
  try {
    const { exampleFiles, ruleSets, validateFolder } = await lint(root, folder)
    const pages = []
    for (const set of ruleSets) {
      for (const rule of set.pages) {
        const bad = exampleFiles(set, rule.example, 'bad')
        const good = exampleFiles(set, rule.example, 'good')
        const found = await findings(validateFolder, bad)
        const text = rulePage(rule, { bad, good, found })
        pages.push({ path: `${FOLDER}/${rule.id}.md`, text, source: SOURCE })
      }
    }
    return [{ path: INDEX, text: index(ruleSets), source: SOURCE }, ...pages]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The rules and the engine, bundled from the TypeScript source. */
async function lint(root, folder) {
  const outfile = join(folder, 'lint.mjs')
  await build({
    absWorkingDir: fileURLToPath(root),
    stdin: {
      contents:
        "export { exampleFiles } from './src/lint/engine/rule.js'\nexport { ruleSets } from './generated/rules.js'\nexport { validateFolder } from './src/lint/engine/validate.js'",
      resolveDir: fileURLToPath(root),
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'\nconst require = __createRequire(import.meta.url)",
    },
  })
  return import(pathToFileURL(outfile).href)
}

/** The findings in files in a temporary folder outside any repository. */
async function findings(validateFolder, files) {
  const root = await mkdtemp(join(tmpdir(), 'changeover-example-'))
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), content)
    }
    return (await validateFolder({ root, ignore: [], rules: {} })).findings
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

function index(ruleSets) {
  const kinds = Object.keys(KINDS)
  const sets = [...ruleSets].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
  const parts = sets.map(({ kind, pages }) => {
    const rows = [...pages]
      .sort(byId)
      .map(({ id, severity, summary }) => [`[${id}](${id}.md)`, severity, cell(summary)])
    return `## ${KINDS[kind]}\n\n${table(['Rule', 'Severity', 'Reports'], rows)}`
  })
  return `# The rules of validate

A finding of severity **error** makes \`changeover validate\` fail. A **warning** or a **notice** does not, unless you lower the
threshold with \`fail-on\`. To change the severity of a rule or to turn it off, use [changeover.yml](../manifest.md#validate):

\`\`\`yaml
validate:
  rules: { heat/unused-parameter: off, yaml/duplicate-key: warning }
\`\`\`

To silence a single finding, add a comment at the end of its line, or on a line of its own before it:
\`# changeover: ignore heat/unused-parameter\`.

${parts.join('\n\n')}
`
}

function rulePage({ id, severity, summary, help, example }, { bad, good, found }) {
  const note = example.encode
    ? '\n\nThe problem is in the bytes of this file, which are shown here as text.'
    : ''
  const lines = found.map((finding) => {
    const place = `${finding.file}:${finding.line}:${finding.column}`
    return `${place}  ${finding.severity}  ${finding.message}\n  ${finding.help}\n`
  })
  const badText = example.encode ? { [Object.keys(bad)[0]]: example.bad } : bad
  return `# ${id}

**${severity}**: ${summary}.

${help}

## Example with this problem

${shown(badText)}${note}

${fenced('text', lines.join(''))}

## Example without it

${shown(good)}

[All rules](${'../'.repeat(id.split('/').length - 1)}README.md)
`
}

/** Files as Markdown, each under its name. */
function shown(files) {
  return Object.entries(files)
    .map(([path, content]) => `\`${path}\`:\n\n${fenced(languageOf(path), visible(content))}`)
    .join('\n\n')
}

function languageOf(path) {
  if (/^\.(ya?ml|template|env)$/.test(extname(path))) return 'yaml'
  return ['.conf', '.ini', ''].includes(extname(path)) ? 'ini' : 'text'
}

/** Show control characters as escapes. */
function visible(text) {
  return text.replace(/[^\P{Cc}\n\t]/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

function byId(a, b) {
  return a.id < b.id ? -1 : 1
}
