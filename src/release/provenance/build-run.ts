import type { Variables } from '../../manifest/values.js'

/** Who made a release, and in which run. */
export interface BuildRun {
  /** Who is trusted to have made it as it says: the workflow on GitHub, otherwise this program on some machine. */
  builder: string
  /** The run's own address, where there is one. */
  invocation: string | undefined
  /** The Git ref that the run is about, where it is known. */
  ref: string | undefined
  startedOn: Date
  /** What the platform says of the run; nobody outside can set it. */
  platform: Record<string, string>
}

/** The builder of a release that no known platform made. What it says is as good as the machine's word. */
export const LOCAL_BUILDER = 'urn:changeover:builder:local'

const PLATFORM = {
  event_name: 'GITHUB_EVENT_NAME',
  repository_id: 'GITHUB_REPOSITORY_ID',
  repository_owner_id: 'GITHUB_REPOSITORY_OWNER_ID',
  runner_environment: 'RUNNER_ENVIRONMENT',
} as const

/** The run that this process is part of. @param env the process's environment */
export function buildRunOf(env: Variables, startedOn: Date): BuildRun {
  const { GITHUB_ACTIONS, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env
  const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt = '1', GITHUB_WORKFLOW_REF: workflow } = env
  const known = GITHUB_ACTIONS === 'true' && server && repository && run && workflow
  if (!known) {
    return { builder: LOCAL_BUILDER, invocation: undefined, ref: undefined, startedOn, platform: {} }
  }
  return {
    builder: `${server}/${workflow}`,
    invocation: `${server}/${repository}/actions/runs/${run}/attempts/${attempt}`,
    ref: env.GITHUB_REF || undefined,
    startedOn,
    platform: Object.fromEntries(
      Object.entries(PLATFORM).flatMap(([key, name]) => (env[name] ? [[key, env[name]]] : [])),
    ),
  }
}
