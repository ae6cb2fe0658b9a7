import { expect, test } from '@jest/globals'
import type { OpenStackReleaseChoice } from '../../../../src/lint/engine/finding.js'
import type { OpenStackRelease } from '../../../../src/openstack/releases.js'
import { releaseText } from '../../../../src/report/findings/view.js'
import { finding, validated } from '../samples.js'

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
  [{}, 'Checked against OpenStack 2024.1 (from changeover.yml).'],
  [{ from: 'flag' }, 'Checked against OpenStack 2024.1 (requested).'],
  [{ from: 'detected', file: 'g.yml', line: 7 }, 'Checked against OpenStack 2024.1 (from <g.yml:7>).'],
  [
    { from: 'detected', file: 'g.yml', line: 7, assumed: true },
    'Checked against OpenStack 2024.1 (assumed from <g.yml:7>).',
  ],
  [
    { from: 'newest', assumed: true },
    'Checked against OpenStack 2024.1 (the newest known release; no file names one).',
  ],
])('%j', (release, text) => {
  expect(said(release)).toBe(text)
})

test('names both releases of an upgrade', () => {
  expect(said({}, '2025.1')).toBe(
    'Upgrade from OpenStack 2024.1 (from changeover.yml) to 2025.1: only what it breaks.',
  )
})

test('is empty when it makes no difference', () => {
  expect(releaseText(validated([]), String)).toBe('')
})
