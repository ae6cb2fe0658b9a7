import { expect, test } from '@jest/globals'
import { validated } from '../folder.js'

const CONFIG = 'gloal\n    maxconn 100\n\nlisten web\n    bind 192.0.2.10:80\n'

test('a file named haproxy.cfg is recognized even if its first word is misspelled', async () => {
  const { kinds, findings } = await validated({ 'etc/haproxy.cfg': CONFIG })
  expect(kinds).toEqual({ haproxy: 1 })
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: 'haproxy/unknown-section', line: 1, help: 'Did you mean "global"?' }),
  )
})

test('another .cfg file is recognized only by a section at its start', async () => {
  expect((await validated({ 'etc/other.cfg': CONFIG })).kinds).toEqual({})
  expect((await validated({ 'etc/haproxy.cfg': 'name = value\n' })).kinds).toEqual({})
})
