import { expect, test } from '@jest/globals'
import { stateFileUse } from '../../../../src/drivers/routers/haproxy/state-file.js'

const GLOBAL = 'global\n  server-state-file /var/lib/haproxy/state\n'
const reads = { reads: '/var/lib/haproxy/state' }

test.each<[string, string[], unknown]>([
  ['the backend says so', [`${GLOBAL}backend b\n  load-server-state-from-file global # yes\n`], reads],
  ['its defaults say so', [`${GLOBAL}defaults\n load-server-state-from-file global\nbackend b\n`], reads],
  [
    'named defaults, in another file',
    [GLOBAL, 'defaults d\n load-server-state-from-file global\n', 'defaults\nbackend b from d\n'],
    reads,
  ],
  [
    'below a base',
    [
      'global\n server-state-base /var/lib/haproxy\n server-state-file state\nbackend b\n load-server-state-from-file global\n',
    ],
    reads,
  ],
  ['nobody says so', [`${GLOBAL}backend b\n`], 'nothing'],
  [
    'it says none',
    [
      `${GLOBAL}defaults\n load-server-state-from-file global\nbackend b\n load-server-state-from-file none\n`,
    ],
    'nothing',
  ],
  [
    'other defaults say so',
    [`${GLOBAL}defaults\n load-server-state-from-file global\ndefaults\nbackend b\n`],
    'nothing',
  ],
  ['only a comment says so', [`${GLOBAL}backend b\n # load-server-state-from-file global\n`], 'nothing'],
  ['there is no file', ['backend b\n load-server-state-from-file global\n'], 'nothing'],
  ['a file of its own', [`${GLOBAL}backend b\n load-server-state-from-file local\n`], 'unknown'],
  [
    'a name from the environment',
    ['global\n server-state-file "$FILE"\nbackend b\n load-server-state-from-file global\n'],
    'unknown',
  ],
  ['the backend is not there', [GLOBAL], 'unknown'],
])('%s', (_title, configuration, expected) => {
  expect(stateFileUse(configuration, ['b']).get('b')).toEqual(expected)
})
