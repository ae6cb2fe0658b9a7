// docs/rules/: a page for each rule of validate, made of the rule itself and of what it finds in its own example.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { cell, fenced, table } from './markdown.mjs'

const SOURCE = 'src/definitions/'
const FOLDER = 'docs/rules'
const INDEX = `${FOLDER}/README.md`

/** What each kind of definition is, in the order of the index. */
const KINDS = {
  yaml: 'Every YAML file',
  heat: 'Heat templates',
  heat_environment: 'Heat environments',
  openstack_ansible: 'openstack-ansible configuration',
  manifest: 'changeover.yml',
}

/** The pages of all rules and their index: path → text and source. */
export async function rulePages(root) {
  const folder = await mkdtemp(join(tmpdir(), 'changeover-docs-'))
  try {
    const { ruleSets, validateFolder } = await definitions(root, folder)
    const pages = []
    for (const set of ruleSets) {
      for (const rule of set.pages) {
        const found = await findings(validateFolder, join(folder, 'example'), set.exampleFile, rule.example)
        pages.push({ path: `${FOLDER}/${rule.id}.md`, text: rulePage(set, rule, found), source: SOURCE })
      }
    }
    return [{ path: INDEX, text: index(ruleSets), source: SOURCE }, ...pages]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The rules as the TypeScript source has them. */
async function definitions(root, folder) {
  const outfile = join(folder, 'definitions.mjs')
  await build({
    absWorkingDir: fileURLToPath(root),
    stdin: {
      contents:
        "export { ruleSets } from './src/definitions/rules.js'\nexport { validateFolder } from './src/definitions/validate.js'",
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

async function findings(validateFolder, root, file, { bad, encode }) {
  await rm(root, { recursive: true, force: true })
  const path = join(root, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, encode ? encode(bad) : bad)
  return (await validateFolder({ root, ignore: [], rules: {} })).findings
}

function index(ruleSets) {
  const kinds = Object.keys(KINDS)
  const sets = [...ruleSets].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
  const parts = sets.map(({ kind, pages }) => {
    const rows = [...pages]
      .sort(byId)
      .map(({ id, severity, summary }) => [`[${id}](${id}.md)`, severity, cell(summary)])
    return `## ${KINDS[kind]}\n\n${table(['Rule', 'Severity', 'Forbids'], rows)}`
  })
  return `# The rules of validate

A finding of severity **error** makes \`changeover validate\` fail; **warning** and **notice** do not, unless the action is
asked to with \`fail-on\`. Give a rule another severity in [changeover.yml](../manifest.md#validate):

\`\`\`yaml
validate:
  rules: { heat/unused-parameter: off, yaml/duplicate-key: warning }
\`\`\`

A single finding is silenced by a comment at the end of its line, or on a line of its own before it:
\`# changeover: ignore heat/unused-parameter\`.

${parts.join('\n\n')}
`
}

function rulePage({ exampleFile }, { id, severity, summary, help, example }, found) {
  const note = example.encode
    ? '\n\nWhat is wrong with this one are its bytes, which are shown here as text.'
    : ''
  const said = found.map((finding) => {
    const place = `${finding.file}:${finding.line}:${finding.column}`
    return `${place}  ${finding.severity}  ${finding.message}\n  ${finding.help}\n`
  })
  return `# ${id}

**${severity}**: ${summary}.

${help}

## Found in

${fenced('yaml', visible(example.bad))}${note}

${fenced('text', said.join(''))}

## Not found in

${fenced('yaml', visible(example.good))}

The example is \`${exampleFile}\`. [All rules](${'../'.repeat(id.split('/').length - 1)}README.md)
`
}

/** Control characters as escapes: a page is text. */
function visible(text) {
  return text.replace(/[^\P{Cc}\n\t]/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

function byId(a, b) {
  return a.id < b.id ? -1 : 1
}
