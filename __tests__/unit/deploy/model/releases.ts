import type { EnvironmentSettings } from '../../../../generated/manifest.js'
import type { Release } from '../../../../src/release/open.js'
import type { Shape } from './world.js'

/** The environment of the model, as a release's manifest describes it. */
export function settingsOf(shape: Shape): EnvironmentSettings {
  const { strategy, expand, contract, retire, monitor, gates, rolling } = shape
  const both = {
    deploy: { run: 'deploy' },
    verify: [{ name: 'well', run: 'ask', every: '500ms', failures: 1 }],
    bake: { for: '500ms' },
    ...(gates && { gates: [{ name: 'may begin', run: 'ask' }] }),
    ...(monitor && { monitor: { url: 'http://live' } }),
  }
  if (strategy === 'in_place') return { strategy, ...both }
  return {
    strategy,
    ...both,
    ...(expand && { expand: { run: 'expand' } }),
    router: { local: { services: { web: { listen: 'a:1', blue: 'a:2', green: 'a:3' } } } },
    promote_within: '12h',
    ...(rolling && { rolling: [{ name: 'agents', hosts: ['a', 'b'], deploy: { run: 'roll' } }] }),
    ...(contract && { contract: { run: 'contract' } }),
    ...(retire && { retire: { run: 'retire' } }),
  }
}

/** A release that is only a name. */
export function releaseOf(version: string, settings: EnvironmentSettings): Release {
  const digest = `sha256:${version.charCodeAt(0).toString(16).repeat(32)}`
  return {
    path: `${version}.tar.gz`,
    document: {
      schema: 'changeover/release/v1',
      name: 'region-one',
      version,
      commit: '0'.repeat(40),
      committed_at: '2026-01-01T00:00:00Z',
      repository: null,
      findings: null,
      files: [],
      digest,
    },
    settings: { version: 1, name: 'region-one', environments: { production: settings } },
  }
}
