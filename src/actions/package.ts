import { runAction } from '../github/run-action.js'

await runAction('package', async (inputs, { log, signal }) => {
  const { path, version, output, previous, allowDirty, skipValidate, store } = inputs
  const startedOn = new Date()
  const { buildRelease } = await import('../release/build.js')
  const { packageOutputs } = await import('../github/ends.js')
  const { defaultOutput } = await import('../github/stores.js')
  const { packageMarkdown } = await import('../report/markdown.js')
  const before = previous === undefined ? undefined : await documentOf(previous)
  const options = {
    ...{ folder: path, output: output ?? defaultOutput(), allowDirty },
    ...(version === undefined ? {} : { version }),
    ...(skipValidate
      ? {}
      : { check: (await import('../lint/engine/compare/validate-commit.js')).validateCommit }),
    ...(before ? { previous: before } : {}),
  }

  async function documentOf(release: string) {
    const { withRelease } = await import('../release/locate.js')
    const { releaseSources } = await import('../github/stores.js')
    const sources = releaseSources(path, inputs)
    const asked = { release, digest: undefined }
    return withRelease(asked, sources, { log, signal }, async ({ document }) => document)
  }

  const built = await log.step('Package the release', () => buildRelease(options))
  const { proveRelease } = await import('../github/provenance.js')
  const made = await proveRelease(built, inputs, startedOn, log)
  const { keepInStore } = await import('../github/stores.js')
  const result = store === undefined ? made : await keepInStore(made, store, inputs, log, signal)
  log.info(`${result.path}: ${result.digest}`)
  if (result.dirty) log.warn('The release holds changes that nobody committed.')
  if (result.findings === null) log.warn('The definitions in the release were not checked.')
  return { outputs: packageOutputs(result), summary: packageMarkdown(result) }
})
