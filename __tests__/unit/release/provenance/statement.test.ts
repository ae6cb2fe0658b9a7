import { describe, expect, test } from '@jest/globals'
import { buildRunOf, LOCAL_BUILDER } from '../../../../src/release/provenance/build-run.js'
import { provenanceStatement } from '../../../../src/release/provenance/statement.js'

const ENV = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/cloud',
  GITHUB_WORKFLOW_REF: 'acme/cloud/.github/workflows/release.yml@refs/heads/main',
  GITHUB_RUN_ID: '4711',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_EVENT_NAME: 'push',
  RUNNER_ENVIRONMENT: 'github-hosted',
}
const STARTED = new Date('2026-11-01T12:00:00Z')
const ARCHIVE = 'a'.repeat(64)
const RELEASE = 'b'.repeat(64)

function statement(env: Record<string, string> = ENV, more: object = {}) {
  return provenanceStatement({
    archive: '/tmp/out/cloud-1.0.0.tar.gz',
    sha256: ARCHIVE,
    document: {
      name: 'cloud',
      version: '1.0.0',
      digest: `sha256:${RELEASE}`,
      commit: 'c'.repeat(40),
      repository: 'https://github.com/acme/cloud',
      ...more,
    },
    run: buildRunOf(env, STARTED),
    finishedOn: new Date('2026-11-01T12:00:05Z'),
    tool: '0.1.0',
    byproducts: [{ name: 'cloud-1.0.0.tar.gz.cdx.json', digest: { sha256: 'e'.repeat(64) } }],
  })
}

describe('the statement about a release', () => {
  test('is an in-toto statement with SLSA provenance, with all fields that the specifications require', () => {
    expect(statement()).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [
        { name: 'cloud-1.0.0.tar.gz', digest: { sha256: ARCHIVE } },
        { name: 'release:cloud@1.0.0', digest: { sha256: RELEASE } },
      ],
      predicateType: 'https://slsa.dev/provenance/v1',
      predicate: {
        buildDefinition: {
          buildType: 'urn:changeover:build-type:package:v1',
          externalParameters: {
            repository: 'https://github.com/acme/cloud',
            ref: 'refs/heads/main',
            version: '1.0.0',
          },
          internalParameters: { github: { event_name: 'push', runner_environment: 'github-hosted' } },
          resolvedDependencies: [
            {
              uri: 'git+https://github.com/acme/cloud@refs/heads/main',
              digest: { gitCommit: 'c'.repeat(40) },
            },
          ],
        },
        runDetails: {
          builder: {
            id: 'https://github.com/acme/cloud/.github/workflows/release.yml@refs/heads/main',
            version: { changeover: '0.1.0' },
          },
          metadata: {
            invocationId: 'https://github.com/acme/cloud/actions/runs/4711/attempts/2',
            startedOn: '2026-11-01T12:00:00.000Z',
            finishedOn: '2026-11-01T12:00:05.000Z',
          },
          byproducts: [{ name: 'cloud-1.0.0.tar.gz.cdx.json', digest: { sha256: 'e'.repeat(64) } }],
        },
      },
    })
  })

  test('names every type and identity by a URI, as SLSA requires', () => {
    const { predicate, _type, predicateType } = statement({})
    const { buildType } = predicate.buildDefinition
    for (const uri of [_type, predicateType, buildType, predicate.runDetails.builder.id]) {
      expect(URL.canParse(uri)).toBe(true)
    }
  })

  test('names no platform outside of GitHub', () => {
    const { predicate } = statement({ GITHUB_REF: 'refs/heads/main', GITHUB_REPOSITORY: 'acme/cloud' })
    expect(predicate.runDetails.builder.id).toBe(LOCAL_BUILDER)
    expect(predicate.runDetails.metadata.invocationId).toBeUndefined()
    expect(predicate.buildDefinition.internalParameters).toBeUndefined()
    expect(predicate.buildDefinition.externalParameters).not.toHaveProperty('ref')
  })

  test('needs no remote, and marks uncommitted changes', () => {
    const { buildDefinition } = statement({}, { repository: null, dirty: true }).predicate
    expect(buildDefinition.externalParameters).toEqual({ version: '1.0.0', dirty: true })
    expect(buildDefinition.resolvedDependencies).toEqual([{ digest: { gitCommit: 'c'.repeat(40) } }])
  })
})
