import type { ActionName, Inputs } from '../github/action-io.js'
import { type ActionContext, type ActionEnd, runAction, runPost } from '../github/run-action.js'
import { expectShortRun } from '../platform/short-run.js'

/** The work of an action: the core is called with its inputs, and the results become outputs and a summary. */
export type Work<Name extends ActionName> = (
  inputs: Inputs<Name>,
  context: ActionContext,
) => Promise<ActionEnd<Name>>

/** The code of each action, which is loaded when its inputs are known to be good. */
const WORK: { readonly [Name in ActionName]: () => Promise<Work<Name>> } = {
  validate: async () => {
    expectShortRun()
    return (await import('../bundles/lint.js')).validate
  },
  package: async () => (await import('../bundles/core.js')).packageRelease,
  'staged-test': async () => (await import('../bundles/core.js')).stagedTest,
  deploy: async () => (await import('../bundles/core.js')).deploy,
  rollback: async () => (await import('../bundles/core.js')).rollback,
  abort: async () => (await import('../bundles/core.js')).abort,
  lifecycle: async () => (await import('../bundles/core.js')).lifecycle,
}

/** The entry of an action: read its inputs, do its work, report the outcome. */
export async function main<Name extends ActionName>(name: Name): Promise<void> {
  await runAction(name, async (inputs, context) => {
    const work = await WORK[name]()
    return work(inputs, context)
  })
}

/** The entry of the post step of staged-test: end an environment that the main step left running. */
export async function post(): Promise<void> {
  await runPost(async (context) => (await import('../bundles/core.js')).endStagedTest(context))
}
