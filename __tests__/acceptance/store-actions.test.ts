import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { ArtifactService } from '../rig/artifact-service.js'
import { GitHubRest } from '../rig/github-api.js'
import { Site } from './site.js'
import { removedAfterEach } from './sites.js'

const own = removedAfterEach()
const STORE = 'github-artifact:'
let service: ArtifactService
let rest: GitHubRest

beforeAll(async () => {
  service = await ArtifactService.start()
})
afterAll(() => service?.stop())
beforeEach(async () => {
  rest = await GitHubRest.start()
})
afterEach(() => rest.stop())

/** What a step of a workflow run finds in its environment. */
function inRun(run: string): { env: Record<string, string> } {
  const { GITHUB_TOKEN: _onlyAsInput, ...api } = rest.env()
  return { env: { ...service.env(run), ...api, GITHUB_RUN_ID: '42' } }
}

async function publish(run: string): Promise<void> {
  for (const artifact of service.artifacts.filter((one) => one.run === run)) {
    const { id, name } = artifact
    rest.artifacts.push({ id, name, location: await service.readUrl(artifact) })
  }
}

describe('releases in the artifacts of a workflow', () => {
  test('are packaged in one run, tested in it, deployed by version in another, and rolled back', async () => {
    const site = await own(Site.regionOne())
    const inputs = { version: '1.0.0', store: STORE, token: rest.token, 'retention-days': '7' }
    const packaged = await site.action('package', inputs, inRun('one'))
    const id = service.artifacts.at(-1)?.id
    expect(packaged).toMatchObject({
      exitCode: 0,
      outputs: {
        outcome: 'packaged',
        'artifact-id': String(id),
        url: `http://github.localhost/acme/region-one/actions/runs/42/artifacts/${id}`,
        path: packaged.outputs.archive,
      },
    })
    const { digest = '' } = packaged.outputs
    expect(JSON.parse(packaged.outputs.result ?? '')).toMatchObject({ stored: { id: String(id) } })

    // in the same run, a token that may nothing is enough
    rest.permissions.actions = false
    const named = { release: '1.0.0', store: STORE, token: rest.token }
    const tested = await site.action('staged-test', { ...named, environment: 'staging' }, inRun('one'))
    expect(tested).toMatchObject({ exitCode: 0, outputs: { outcome: 'passed' } })
    rest.permissions.actions = true
    await publish('one')

    const deployed = await site.action('deploy', { ...named, environment: 'laptop', digest }, inRun('two'))
    expect(deployed).toMatchObject({
      exitCode: 0,
      outputs: { outcome: 'promoted', 'live-version': '1.0.0' },
    })
    expect(await site.served()).toBe('1.0.0')
    for (const { stdout, summary } of [packaged, tested, deployed]) {
      expect(stdout + summary).not.toContain(rest.token)
    }
  })

  test('what the artifact service refuses is told with its reason', async () => {
    const site = await own(Site.regionOne())
    const body = { code: 'permission_denied', msg: 'the run is over' }
    service.server.fail(/CreateArtifact/, { kind: 'status', status: 403, body })
    const inputs = { version: '1.0.0', store: STORE, token: rest.token }
    const result = await site.action('package', inputs, inRun('three'))
    expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', reason: 'store_denied' } })
  })

  test('a bad number of days is refused before anything is uploaded', async () => {
    const site = await own(Site.regionOne())
    const inputs = { version: '1.0.0', store: STORE, token: rest.token, 'retention-days': 'many' }
    const result = await site.action('package', inputs, inRun('four'))
    expect(result).toMatchObject({ exitCode: 1, outputs: { reason: 'invalid_input' } })
    expect(service.artifacts.some((one) => one.run === 'four')).toBe(false)
  })
})

describe('releases in the releases of GitHub', () => {
  test('the whole way in one step keeps what passed its tests; a terminal finds it with a token', async () => {
    const site = await own(Site.regionOne())
    const inputs = {
      version: '1.0.0',
      store: 'github-release:',
      token: rest.token,
      'test-environment': 'staging',
    }
    const result = await site.action('lifecycle', inputs, inRun('five'))
    expect(result).toMatchObject({ exitCode: 0, outputs: { outcome: 'passed' } })
    expect(rest.releases).toMatchObject([{ tag: '1.0.0', draft: false }])
    const asset = rest.releases[0]?.assets.find(({ name }) => name === 'region-one-1.0.0.tar.gz')
    expect(asset?.content.equals(await readFile(result.outputs.archive ?? ''))).toBe(true)
    const { exitCode, stdout } = await site.cli(
      ['verify', 'github-release:acme/region-one#1.0.0', '--format', 'json'],
      { env: rest.env() },
    )
    expect({ exitCode, ...JSON.parse(stdout) }).toMatchObject({
      exitCode: 0,
      outcome: 'verified',
      version: '1.0.0',
    })
  })
})
