import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readInputs, setOutputs } from '../../../src/github/action-io.js'
import { parseCommandFile } from '../../rig/command-files.js'
import { temporaryFolders } from '../../support/temp.js'

const newFolder = temporaryFolders()
const before = { ...process.env }

afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
})

function given(inputs: Record<string, string>): void {
  for (const [name, value] of Object.entries(inputs)) process.env[`INPUT_${name.toUpperCase()}`] = value
}

const DEPLOY = {
  path: '.',
  summary: 'true',
  environment: 'production',
  release: 'r.tar.gz',
  digest: '',
  until: 'shifted',
  'take-over': 'false',
  remote: '',
  token: 'ghs_abc',
}

describe('readInputs', () => {
  test('converts each input to its type', () => {
    given({ ...DEPLOY, until: 'finalized', 'take-over': 'TRUE', remote: ' ledger ' })
    expect(readInputs('deploy')).toEqual({
      path: '.',
      summary: true,
      environment: 'production',
      release: 'r.tar.gz',
      digest: undefined,
      until: 'finalized',
      takeOver: true,
      remote: 'ledger',
      store: undefined,
      token: 'ghs_abc',
    })
  })

  test.each([
    ['release', '', 'Input "release" is empty.', 'The action requires it: set "release" under "with".'],
    [
      'until',
      'shift',
      'Input "until" cannot be "shift".',
      /verified, shifted, finalized.*Leave it out for "shifted"\./,
    ],
    ['until', '', 'Input "until" is empty.', /Use one of/],
    ['until', 'Shifted', 'Input "until" cannot be "Shifted".', /Use one of/],
    [
      'take-over',
      'yes',
      'Input "take-over" cannot be "yes".',
      'Use true or false. Leave it out for "false".',
    ],
    ['take-over', '', 'Input "take-over" is empty.', /Use true or false/],
    ['path', '', 'Input "path" is empty.', 'Give it a value. Leave it out for ".".'],
    ['environment', 'a\nb', 'Input "environment" cannot be "a\\nb".', 'Use a single line.'],
  ])('refuses %s = %j', (name, value, message, remedy) => {
    given({ ...DEPLOY, [name]: value })
    expect(() => readInputs('deploy')).toThrow(
      expect.objectContaining({
        code: 'invalid_input',
        message,
        remedy: typeof remedy === 'string' ? remedy : expect.stringMatching(remedy),
      }),
    )
  })
})

describe('setOutputs', () => {
  let file: string

  beforeEach(async () => {
    file = join(await newFolder(), 'output')
    await writeFile(file, '')
    process.env.GITHUB_OUTPUT = file
  })

  test('uses the names of action.yml', async () => {
    setOutputs('deploy', { liveColor: 'green', liveVersion: '2.0.0', operation: null, outcome: 'promoted' })
    expect(parseCommandFile(await readFile(file, 'utf8'))).toEqual({
      'live-color': 'green',
      'live-version': '2.0.0',
      operation: '',
      outcome: 'promoted',
    })
  })

  test('prevents a value from setting another output', async () => {
    setOutputs('validate', { errors: 3, result: '{}\nreason=forged' })
    expect(parseCommandFile(await readFile(file, 'utf8'))).toEqual({
      errors: '3',
      result: '{}\nreason=forged',
    })
  })
})
