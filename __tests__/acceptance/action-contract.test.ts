import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import { ACTION_NAMES, type ActionName, INPUTS, OUTPUTS } from '../../src/github/action-io.js'
import { temporaryFolders } from '../support/temp.js'

const run = promisify(execFile)
const newFolder = temporaryFolders()

interface ActionFile {
  name: string
  description: string
  author: string
  branding: { icon: string; color: string }
  inputs: Record<string, { description: string; required: boolean; default?: unknown }>
  outputs: Record<string, { description: string }>
  runs: Record<string, string>
}

function folderOf(name: ActionName): string {
  return name === 'lifecycle' ? '.' : `actions/${name}`
}

function pageOf(name: ActionName): string {
  return name === 'lifecycle' ? 'actions/README.md' : `actions/${name}/README.md`
}

async function actionFile(name: ActionName): Promise<ActionFile> {
  return load(await readFile(join(folderOf(name), 'action.yml'), 'utf8')) as ActionFile
}

describe.each(ACTION_NAMES)('%s', (name) => {
  test('declares the inputs of the registry, with the same defaults', async () => {
    const { inputs } = await actionFile(name)
    const declared = Object.entries(inputs).map(([key, input]) => [key, input.required, input.default])
    const registered = Object.entries(INPUTS[name]).map(([key, input]) => {
      const isRequired = 'required' in input
      return [key, isRequired, isRequired ? undefined : String(input.default)]
    })
    expect(Object.fromEntries(declared.map(([key, ...rest]) => [key, rest]))).toEqual(
      Object.fromEntries(registered.map(([key, ...rest]) => [key, rest])),
    )
  })

  test('names every value that an input can have', async () => {
    const { inputs } = await actionFile(name)
    for (const [key, input] of Object.entries(INPUTS[name])) {
      const allowed =
        input.type === 'enum' ? input.values : input.type === 'boolean' ? [String(!input.default)] : []
      for (const value of allowed) expect(inputs[key]?.description).toContain(`\`${value}\``)
    }
  })

  test('declares the outputs of the registry', async () => {
    const { outputs } = await actionFile(name)
    expect(Object.keys(outputs)).toEqual(OUTPUTS[name])
  })

  test('describes itself and each input and output in a sentence', async () => {
    const file = await actionFile(name)
    const described = [file, ...Object.values(file.inputs), ...Object.values(file.outputs)]
    for (const { description } of described) expect(description.trim()).toMatch(/^.{8,}\.$/s)
    expect(file.branding).toEqual({ icon: expect.any(String), color: 'blue' })
    expect(file.name).toMatch(/^Changeover/)
    expect(file.author).not.toBe('')
  })

  test('runs its own entry on node24, with the post step of staged-test where it needs one', async () => {
    const { runs } = await actionFile(name)
    const dist = resolve('dist/actions')
    const { using, main = '', post, 'post-if': postIf, ...rest } = runs
    expect(using).toBe('node24')
    expect(resolve(folderOf(name), main)).toBe(join(dist, `${name}.js`))
    const tests = name === 'staged-test' || name === 'lifecycle'
    expect(post && resolve(folderOf(name), post)).toBe(tests ? join(dist, 'staged-test-post.js') : undefined)
    expect(postIf).toBe(tests ? 'always()' : undefined)
    expect(rest).toEqual({})
  })

  test('has a page with workflows that use only existing inputs, and at least one that uses this action', async () => {
    const page = await readFile(pageOf(name), 'utf8')
    const workflows = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = '']) => load(text) as Workflow)
    expect(workflows.length).toBeGreaterThan(0)
    const used = new Set<ActionName>()
    for (const workflow of workflows) {
      expect(Object.keys(workflow)).toEqual(['name', 'on', 'permissions', 'jobs'])
      expect(workflow.permissions).toEqual({})
      const jobs = Object.values(workflow.jobs)
      for (const job of jobs) expect(Object.keys(job.permissions)).not.toEqual([])
      const steps = jobs.flatMap((job) => job.steps).filter(({ uses }) => uses.startsWith('OWNER/changeover'))
      expect(steps).not.toEqual([])
      for (const step of steps) used.add(checked(step))
    }
    expect([...used]).toContain(name)
  })
})

/** The action of a step, which gives it all that it needs and nothing that it does not know. */
function checked(step: WorkflowJob['steps'][number]): ActionName {
  const name = actionOf(step.uses)
  const inputs = Object.keys(step.with ?? {})
  const known: Readonly<Record<string, object>> = INPUTS[name]
  for (const input of inputs) expect(Object.keys(known)).toContain(input)
  for (const [input, { required = false }] of Object.entries<{ required?: boolean }>(known)) {
    if (required) expect(inputs).toContain(input)
  }
  return name
}

/** The inputs that a workflow takes by hand are those that its steps ask for. */
test.each(ACTION_NAMES)('the page of %s declares the inputs that its workflows use', async (name) => {
  const page = await readFile(pageOf(name), 'utf8')
  for (const [, text = ''] of page.matchAll(/```yaml\n(.*?)```/gs)) {
    const { on } = load(text) as Workflow
    const asked = new Set([...text.matchAll(/\$\{\{ inputs\.([\w-]+) /g)].map(([, input]) => input))
    expect([...asked].sort()).toEqual(Object.keys(on.workflow_dispatch?.inputs ?? {}).sort())
  }
})

interface Workflow {
  on: { workflow_dispatch?: { inputs?: Record<string, object> } | null }
  permissions: object
  jobs: Record<string, WorkflowJob>
}

interface WorkflowJob {
  permissions: object
  steps: { uses: string; with?: Record<string, string> }[]
}

function actionOf(uses: string): ActionName {
  const name = /^OWNER\/changeover(?:\/actions\/([a-z-]+))?@[0-9a-f]{40}$/.exec(uses)?.[1] ?? 'lifecycle'
  const known = ACTION_NAMES.find((action) => action === name)
  if (!known) throw new Error(`There is no action ${uses}`)
  return known
}

describe('script/docs.mjs', () => {
  test('finds no stale table', async () => {
    await expect(run(process.execPath, ['script/docs.mjs', '--check'])).resolves.toMatchObject({ stdout: '' })
  })

  test('names a stale table with what differs, and rewrites it', async () => {
    const folder = await newFolder()
    for (const path of ['script', 'actions', 'action.yml', 'schemas', 'docs', 'src']) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await cp(path, join(folder, path), { recursive: true })
    }
    await symlink(resolve('node_modules'), join(folder, 'node_modules'))
    const page = join(folder, 'actions/deploy/README.md')
    const good = await readFile(page, 'utf8')
    await writeFile(page, good.replace('`take-over`', '`takeover`'))

    const docs = (...args: string[]) => run(process.execPath, [join(folder, 'script/docs.mjs'), ...args])
    const stale = await docs('--check').catch((error: unknown) => error)
    expect(stale).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^-\| `takeover` .*\n\+\| `take-over` /m),
    })
    expect(await readFile(page, 'utf8')).not.toBe(good)
    await docs()
    expect(await readFile(page, 'utf8')).toBe(good)
  })
})
