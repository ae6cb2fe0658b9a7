import type { Variables } from '../../manifest/values.js'

/** The run that packaged a release. */
export interface BuildRun {
  /** The builder: the workflow on GitHub, otherwise this program on an unknown machine. */
  builder: string
  /** The address of the run, if it has one. */
  invocation: string | undefined
  /** The Git ref of the run, if it is known. */
  ref: string | undefined
  startedOn: Date
  /** Facts about the run from the platform, which users cannot set. */
  platform: Record<string, string>
}

/** The builder outside of known platforms. Nothing vouches for its statements. */
export const LOCAL_BUILDER = 'urn:changeover:builder:local'

const PLATFORM = {
  event_name: 'GITHUB_EVENT_NAME',
  repository_id: 'GITHUB_REPOSITORY_ID',
  repository_owner_id: 'GITHUB_REPOSITORY_OWNER_ID',
  runner_environment: 'RUNNER_ENVIRONMENT',
} as const

/** The run of this process. @param env the environment of the process */
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
