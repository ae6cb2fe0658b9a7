// The checkers that run on mutants: Changeover, and the linters that a team would otherwise run.
import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { NODE } from '../figures.mjs'

const run = promisify(execFile)
const CLI = resolve('dist/cli.js')

/**
 * The checkers with these names that are installed. `check(folder, file)` returns the reports about a file in a folder:
 * `{ file, line, rule, message }`.
 */
export async function checkers(names) {
  const all = [changeover, yamllint, ansibleLint].filter(({ name }) => names.includes(name))
  const found = []
  for (const checker of all) {
    const version = await checker.version().catch(() => undefined)
    if (version) found.push({ ...checker, version })
    else console.log(`${checker.name} is not installed: left out`)
  }
  return found
}

const changeover = {
  name: 'changeover',
  version: async () => (await output(NODE, [CLI, '--version'], {})).trim(),
  async check(folder) {
    const { findings } = JSON.parse(await output(NODE, [CLI, 'validate', folder, '--format', 'json'], {}))
    return findings
  },
}

const yamllint = {
  name: 'yamllint',
  version: async () => (await output('yamllint', ['--version'], {})).trim(),
  async check(folder, file) {
    if (!/\.ya?ml$/.test(file)) return []
    return reports(await output('yamllint', ['-f', 'parsable', file], { cwd: folder }))
  },
}

const ansibleLint = {
  name: 'ansible-lint',
  version: async () => (await output('ansible-lint', ['--version', '--nocolor'], {})).split('\n')[0].trim(),
  async check(folder, file) {
    if (!/\.ya?ml$/.test(file)) return []
    const args = ['--offline', '--nocolor', '-p', '-q', file]
    return reports(await output('ansible-lint', args, { cwd: folder }))
  },
}

/** One `file:line:column: message` per line. */
function reports(text) {
  return text.split('\n').flatMap((line) => {
    const [, file, number, message] = /^([^:\s]+):(\d+):(?:\d+:)?\s*(.*)$/.exec(line) ?? []
    return file ? [{ file, line: Number(number), rule: '', message }] : []
  })
}

/** The output of a checker. An exit status other than 0 means that it reports something. */
async function output(command, args, { cwd }) {
  const settings = { cwd, timeout: 120_000, maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' }
  try {
    return (await run(command, args, settings)).stdout
  } catch (error) {
    if (typeof error.code === 'number' && error.stdout !== undefined) return error.stdout
    throw error
  }
}
