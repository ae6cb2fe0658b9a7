import type { Inputs } from '../github/action-io.js'
import { packageOutputs } from '../github/ends.js'
import { proveRelease } from '../github/provenance.js'
import type { ActionContext, ActionEnd } from '../github/run-action.js'
import { defaultOutput, keepInStore, releaseSources } from '../github/stores.js'
import { validateCommit } from '../lint/engine/compare/validate-commit.js'
import { buildRelease } from '../release/build.js'
import { withRelease } from '../release/locate.js'
import { packageMarkdown } from '../report/release/markdown.js'

export async function packageRelease(
  inputs: Inputs<'package'>,
  { log, signal }: ActionContext,
): Promise<ActionEnd<'package'>> {
  const {
    path: folder,
    version,
    output = defaultOutput(),
    previous,
    allowDirty,
    skipValidate,
    store,
  } = inputs
  const startedOn = new Date()
  const before = previous === undefined ? undefined : await documentOf(previous)
  const options = {
    ...{ folder, output, allowDirty },
    ...(version === undefined ? {} : { version }),
    ...(skipValidate ? {} : { check: validateCommit }),
    ...(before ? { previous: before } : {}),
  }
  const built = await log.step('Package the release', () => buildRelease(options))
  const made = await proveRelease(built, inputs, startedOn, log)
  const result = store === undefined ? made : await keepInStore(made, store, inputs, log, signal)
  log.info(`${result.path}: ${result.digest}`)
  if (result.dirty) log.warn('The release contains changes that are not committed.')
  if (result.findings === null) log.warn('The definitions in the release were not checked.')
  return { outputs: packageOutputs(result), summary: packageMarkdown(result) }

  async function documentOf(release: string) {
    const asked = { release, digest: undefined }
    const sources = releaseSources(folder, inputs)
    return withRelease(asked, sources, { log, signal }, async ({ document }) => document)
  }
}
