import { describe, expect, test } from '@jest/globals'
import missingColorBackend from '../../../../src/lint/rules/repository/missing-color-backend.js'
import { type Files, places, validated } from '../folder.js'

const GOOD = missingColorBackend.example.good as Record<string, string>

async function said(change: (haproxy: string) => string, more: Files = {}): Promise<string[]> {
  const { findings } = await validated({ ...GOOD, 'haproxy.cfg': change(GOOD['haproxy.cfg'] ?? ''), ...more })
  return places(findings.filter(({ rule }) => rule.startsWith('repository/')))
}

const withoutGreen = (text: string) => text.replace(/backend keystone_green[\s\S]*/, '')

describe('the backends of both colors', () => {
  test('must exist, otherwise the name in the map is reported', async () => {
    expect(await said(withoutGreen)).toEqual(['repository/missing-color-backend changeover.yml:11:26'])
  })

  test('may be in a fragment', async () => {
    const fragment = { 'services.d/green.cfg': 'backend keystone_green\n    server a 10.0.0.1:1 check\n' }
    expect(await said(withoutGreen, fragment)).toEqual([])
  })

  test.each([
    ['looks up another key', (text: string) => text.replace('str(keystone)', 'str(glance)')],
    ['looks up no map', (text: string) => text.replace(/ {4}use_backend.*\n/, '')],
    ['includes more', (text: string) => `${text}{% include 'more.cfg' %}\n`],
    ['has names that Jinja fills in', (text: string) => `${text}backend {{ name }}\n`],
  ])('are not checked when HAProxy %s', async (_what, change) => {
    expect(await said((text) => change(withoutGreen(text)))).toEqual([])
  })
})
