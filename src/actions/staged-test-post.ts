import { runPost } from '../github/run-action.js'

await runPost(async ({ log, signal }) => {
  const { leftRunning } = await import('../github/action-io.js')
  const inputs = leftRunning()
  if (!inputs) return
  const { endEnvironment } = await import('../staged-test/start.js')
  await endEnvironment(inputs, log, signal)
})
