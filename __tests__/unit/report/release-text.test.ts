import { expect, test } from '@jest/globals'
import type { OpenStackReleaseChoice } from '../../../src/lint/engine/finding.js'
import type { OpenStackRelease } from '../../../src/openstack/releases.js'
import { releaseText } from '../../../src/report/release-text.js'
import { finding, validated } from './samples.js'

const said = (release: Partial<OpenStackReleaseChoice>, target?: OpenStackRelease) =>
  releaseText(
    {
      ...validated([finding()]),
      openstack_release: { name: '2024.1', from: 'manifest', assumed: false, ...release },
      ...(target ? { target_release: target } : {}),
    },
    (text) => `<${text}>`,
  )

test.each<[Partial<OpenStackReleaseChoice>, string]>([
  [{}, 'Held to OpenStack 2024.1 (as changeover.yml says).'],
  [{ from: 'flag' }, 'Held to OpenStack 2024.1 (as asked for).'],
  [{ from: 'detected', file: 'g.yml', line: 7 }, 'Held to OpenStack 2024.1 (as <g.yml:7> says).'],
  [
    { from: 'detected', file: 'g.yml', line: 7, assumed: true },
    'Held to OpenStack 2024.1 (assumed from <g.yml:7>).',
  ],
  [
    { from: 'newest', assumed: true },
    'Held to OpenStack 2024.1 (the newest that is known, since nothing says which).',
  ],
])('%j', (release, text) => {
  expect(said(release)).toBe(text)
})

test('with a target: from which release to which', () => {
  expect(said({}, '2025.1')).toBe(
    'From OpenStack 2024.1 (as changeover.yml says) to 2025.1: only what the upgrade breaks.',
  )
})

test('nothing when there is nothing to say it of', () => {
  expect(releaseText(validated([]), String)).toBe('')
})
