import { runAction } from '../github/run-action.js'

await runAction('package', async ({ path, version, output }, { log }) => {
  const { buildRelease } = await import('../release/build.js')
  const { packageOutputs } = await import('../github/ends.js')
  const { defaultOutput } = await import('../github/workspace.js')
  const { packageMarkdown } = await import('../report/markdown.js')
  const named = version === undefined ? {} : { version }
  const result = await log.step('Package the release', () =>
    buildRelease({ folder: path, output: output ?? defaultOutput(), ...named }),
  )
  log.info(`${result.path}: ${result.digest}`)
  return { outputs: packageOutputs(result), summary: packageMarkdown(result) }
})
