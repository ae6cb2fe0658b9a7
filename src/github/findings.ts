import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { revision } from '../lint/engine/compare/base.js'
import type { FailOn, Finding, Kind, ValidateResult } from '../lint/engine/finding.js'
import { type Asked, startValidate } from '../lint/engine/start.js'
import { UserError } from '../platform/errors.js'
import { writeFileAtomic } from '../platform/files.js'
import { GitError } from '../platform/git/git.js'
import type { Log } from '../platform/log.js'
import { findingsIn, gatherView } from '../report/findings/formats.js'
import type { FindingsMarkdownView } from '../report/findings/markdown.js'
import { type FindingsFormat, type FindingsView, pathInRepository } from '../report/findings/view.js'
import { annotate } from './annotations.js'
import { baseFor, type RunnerEnv } from './base.js'

export interface FindingsInputs {
  path: string
  failOn: FailOn
  base: string
  openstackRelease: string | undefined
  targetRelease: string | undefined
  linters: boolean
  summary: boolean
}

/** Paths of the files with all findings, for the steps that follow. */
export interface FindingsFiles {
  sarifFile: string
  junitFile: string
  report: string
}

export interface FindingsEnd {
  result: ValidateResult
  files: FindingsFiles
  /** What the summary needs in addition to the result. */
  about: Omit<FindingsMarkdownView, 'result'>
}

/** Check the definitions, annotate the lines with findings, and write all findings to files. */
export async function findInAction(
  inputs: FindingsInputs,
  log: Log,
  asked: Asked = {},
  env: RunnerEnv = process.env,
): Promise<FindingsEnd> {
  const { path, failOn, linters, openstackRelease: release, targetRelease: target } = inputs
  const base = await baseFor(inputs.base, path, log, env)
  const checked = new Map<string, Kind>()
  const onFile: Asked['onFile'] = (file, what) => {
    if ('kind' in what) checked.set(file, what.kind)
  }
  const known: Finding[] = []
  const onKnown: Asked['onKnown'] = (findings) => known.push(...findings)
  const result = await log.step('Check the definitions', () =>
    startValidate(path, log, { ...asked, base, release, target, linters, onFile, onKnown }),
  )
  const view = await gatherView(path, result, { failOn, checked, known }, env.GITHUB_WORKSPACE)
  const files = await writeFiles(view, env)
  const { prefix } = view
  annotate(result.findings, { folder: path, workspace: env.GITHUB_WORKSPACE, prefix }, (shown) => {
    const all = inputs.summary ? `the job summary, and in ${files.report}` : files.report
    return `${result.findings.length - shown} more findings have no annotation: the runner shows ten of each severity per step. All findings are in ${all}.`
  })
  const link = await linkTo(view, path, env)
  const rest = 'The file in the output `report` has all findings.'
  return { result, files, about: { failOn, link, rest } }
}

const FILES: readonly [keyof FindingsFiles, FindingsFormat, string][] = [
  ['sarifFile', 'sarif', 'findings.sarif'],
  ['junitFile', 'junit', 'findings.junit.xml'],
  ['report', 'markdown', 'findings.md'],
]

async function writeFiles(view: FindingsView, env: RunnerEnv): Promise<FindingsFiles> {
  // a job may run this action several times
  const temporary = env.RUNNER_TEMP || tmpdir()
  await mkdir(temporary, { recursive: true })
  const folder = await mkdtemp(join(temporary, 'changeover-findings-'))
  const files: FindingsFiles = { sarifFile: '', junitFile: '', report: '' }
  for (const [key, format, name] of FILES) {
    files[key] = join(folder, name)
    await writeFileAtomic(files[key], await findingsIn(format, view, { color: false, docs: docsUrl(env) }))
  }
  return files
}

/** The address of the rules' pages, at the ref with which the action was called. */
function docsUrl({ GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, ...env }: RunnerEnv) {
  if (!server || !repository) return undefined
  return `${server}/${repository}/blob/${env.GITHUB_ACTION_REF || 'HEAD'}/docs/rules/`
}

/** Links to the lines on GitHub, if the workflow runs for the commit of the checkout. */
async function linkTo(
  view: FindingsView,
  folder: string,
  { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha }: RunnerEnv,
): Promise<((finding: Finding) => string) | undefined> {
  if (!server || !repository || !sha || (await headOf(folder)) !== sha) return undefined
  return ({ file, line }) => {
    const path = pathInRepository(view, file).split('/').map(encoded).join('/')
    return `${server}/${repository}/blob/${sha}/${path}#L${line}`
  }
}

async function headOf(folder: string): Promise<string | undefined> {
  try {
    return await revision(folder, 'HEAD')
  } catch (error) {
    if (error instanceof UserError || error instanceof GitError) return undefined
    throw error
  }
}

/** Parentheses would end a link in Markdown. */
function encoded(part: string): string {
  return encodeURIComponent(part).replaceAll('(', '%28').replaceAll(')', '%29')
}
