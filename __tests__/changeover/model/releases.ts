import type { BlueGreenSettings } from '../../../src/manifest/manifest.generated.js'
import type { Release } from '../../../src/release/open.js'
import type { Shape } from './world.js'

/** The environment of the model, as a release's manifest describes it. */
export function settingsOf({ expand, contract, retire, witness, gates, rolling }: Shape): BlueGreenSettings {
  return {
    strategy: 'blue_green',
    ...(expand && { expand: { run: 'expand' } }),
    deploy: { run: 'deploy' },
    verify: [{ name: 'well', run: 'ask', every: '500ms', failures: 1 }],
    router: { local: { services: { web: { listen: 'a:1', blue: 'a:2', green: 'a:3' } } } },
    bake: { for: '500ms' },
    ...(gates && { gates: [{ name: 'may begin', run: 'ask' }] }),
    ...(rolling && { rolling: [{ name: 'agents', hosts: ['a', 'b'], deploy: { run: 'roll' } }] }),
    ...(witness && { witness: { url: 'http://live' } }),
    ...(contract && { contract: { run: 'contract' } }),
    ...(retire && { retire: { run: 'retire' } }),
  }
}

/** A release that is only a name. */
export function releaseOf(version: string, settings: BlueGreenSettings): Release {
  const digest = `sha256:${version.charCodeAt(0).toString(16).repeat(32)}`
  return {
    path: `${version}.tar.gz`,
    manifest: {
      schema: 'changeover/release/v1',
      name: 'region-one',
      version,
      commit: '0'.repeat(40),
      committed_at: '2026-01-01T00:00:00Z',
      repository: null,
      files: [],
      digest,
    },
    settings: { version: 1, name: 'region-one', environments: { production: settings } },
  }
}
