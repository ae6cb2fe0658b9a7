import { runPost } from '../github/run-action.js'

await runPost(async ({ log, signal }) => {
  const { leftToEnd } = await import('../github/down-state.js')
  const inputs = leftToEnd()
  if (!inputs) return
  const { endEnvironment } = await import('../staged-test/start.js')
  await endEnvironment(inputs, log, signal)
})
