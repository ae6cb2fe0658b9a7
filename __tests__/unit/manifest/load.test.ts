import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import {
  environmentOf,
  loadManifest,
  loadManifestIfThere,
  parseManifest,
} from '../../../src/manifest/load.js'
import { UserError } from '../../../src/platform/errors.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()

/** What is said of a manifest, one line a problem. */
function complaints(text: string | Buffer): string[] {
  try {
    parseManifest(Buffer.from(text))
    return []
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    expect(error.code).toBe('manifest_invalid')
    return error.message.split('\n')
  }
}

const HEAD = 'version: 1\nname: region-one\n'
const PRODUCTION = `${HEAD}environments:
  production:
    strategy: blue_green
    deploy: { run: ./deploy.sh }
    verify: [{ http: { url: "http://127.0.0.1:5000/v3" } }]
    router: { haproxy: { nodes: [{ socket: /run/h.sock, map_file: /etc/h.map }], map: { keystone: "keystone_{color}" } } }
`

describe('a manifest that is right', () => {
  test('the smallest', () => {
    expect(parseManifest(Buffer.from(HEAD))).toEqual({ version: 1, name: 'region-one' })
  })

  test('a blue-green environment, and a bare off that YAML 1.1 reads as false', () => {
    const manifest = parseManifest(
      Buffer.from(`${PRODUCTION}validate: { rules: { heat/unused-parameter: off } }\n`),
    )
    expect(environmentOf(manifest, 'production')).toMatchObject({ strategy: 'blue_green' })
    expect(manifest.validate?.rules).toEqual({ 'heat/unused-parameter': false })
  })
})

describe('a manifest that is wrong gets the file, line, column, what was expected, and the nearest key', () => {
  test.each([
    [
      'an unknown key',
      `${HEAD}enviroments: {}\n`,
      'changeover.yml:3:1: unknown key "enviroments" in the manifest. Did you mean "environments"?',
    ],
    [
      'a key too deep down',
      PRODUCTION.replace('map_file', 'mapfile'),
      'unknown key "mapfile" in environments.production.router.haproxy.nodes.0. Did you mean "map_file"?',
    ],
    [
      'a mapping where a word is expected',
      'version: { one: 1 }\nname: region-one\n',
      'changeover.yml:1:10: version is a mapping, expected 1. Use one of these.',
    ],
    [
      'a key that is missing',
      'version: 1\n',
      'changeover.yml:1:1: the manifest lacks the key "name". Add name. The name of the cloud',
    ],
    [
      'a number where a text belongs',
      PRODUCTION.replace('./deploy.sh', '5'),
      'changeover.yml:6:20: environments.production.deploy.run is the number 5, expected text. Put it in quotes: "5".',
    ],
    [
      'a duration without a unit',
      PRODUCTION.replace('./deploy.sh }', 'x, timeout: "30" }'),
      'deploy.timeout is "30". Expected: a duration: 500ms, 30s',
    ],
    [
      'a strategy that does not exist',
      PRODUCTION.replace('blue_green', 'blue-green'),
      'changeover.yml:5:15: environments.production.strategy is "blue-green", expected in_place, blue_green. Did you mean "blue_green"?',
    ],
    [
      'no strategy',
      `${HEAD}environments: { staging: {} }\n`,
      'environments.staging lacks the key "strategy"',
    ],
    [
      'a severity that does not exist',
      `${HEAD}validate: { rules: { a/b: eror } }\n`,
      'Did you mean "error"?',
    ],
    [
      'a probe of two kinds',
      PRODUCTION.replace('v3" } }', 'v3" }, run: ./probe }'),
      'must have exactly one of the keys http, tcp, openstack, prometheus, run',
    ],
    [
      'a probe of no kind',
      PRODUCTION.replace('http: { url: "http://127.0.0.1:5000/v3" }', 'name: x'),
      'must have exactly one of the keys http, tcp, openstack, prometheus, run',
    ],
    [
      'a name with a space',
      `${HEAD}environments: { "my cloud": { strategy: in_place } }\n`,
      '"my cloud" is not a valid name in environments',
    ],
    [
      'a version of the future',
      'version: 2\nname: x\n',
      'changeover.yml:1:10: version is the number 2, expected 1',
    ],
    [
      'one backend for both colors',
      PRODUCTION.replace('keystone_{color}', 'keystone'),
      '"keystone" is the same backend for both colors. Write {color}',
    ],
    [
      'tests of an unknown service',
      `${HEAD}environments: { staging: { strategy: in_place, tests: { keystne: [{ run: x }] } } }\n`,
      '"keystne" is not a known service. Did you mean "keystone"?',
    ],
    [
      'a need that does not exist',
      `${HEAD}services: { mine: { needs: [yours] } }\n`,
      'mine needs "yours", which is not a known service. Declare it under services',
    ],
    [
      'services that need each other',
      `${HEAD}services: { a: { needs: [b] }, b: { needs: [a] } }\n`,
      'services need each other: a → b → a',
    ],
    ['a key twice', `${HEAD}name: other\n`, 'changeover.yml:3:1: duplicate key "name"'],
    [
      'a tab',
      `${HEAD}validate:\n\tignore: []\n`,
      'changeover.yml:4:1: tab characters must not be used in indentation',
    ],
    ['nothing at all', '', 'changeover.yml:1:1: The manifest is empty'],
    ['a list', '- 1\n', 'The manifest is not a mapping'],
    ['two documents', `${HEAD}---\n${HEAD}`, 'more than one YAML document'],
    ['a binary file', Buffer.from([0x89, 0x50, 0xff, 0xfe]), 'changeover.yml: not UTF-8 text'],
    ['a huge file', Buffer.alloc(2 * 1024 * 1024, 'a'), 'larger than 1048576 bytes'],
  ])('%s', (_title, text, expected) => {
    expect(complaints(text).join('\n')).toContain(expected)
  })

  test('all problems at once, in the order of the file', () => {
    const lines = complaints(`nam: x\n${PRODUCTION.replace('deploy:', 'deplo:')}`)
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/^changeover.yml:1:1: unknown key "nam"/)
  })
})

describe('loading from a folder', () => {
  test('no manifest is a named problem, or none when it is not needed', async () => {
    const folder = await temporaryFolder()
    await expect(loadManifest(folder)).rejects.toMatchObject({
      code: 'manifest_missing',
      remedy: expect.stringContaining('version: 1'),
    })
    expect(await loadManifestIfThere(folder)).toBeUndefined()
  })

  test('an unknown environment is named, with the nearest one', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'changeover.yml'), PRODUCTION)
    const manifest = await loadManifest(folder)
    expect(() => environmentOf(manifest, 'producton')).toThrow(
      expect.objectContaining({ code: 'unknown_environment', remedy: 'Did you mean "production"?' }),
    )
    expect(() => environmentOf(manifest, 'toString')).toThrow(
      expect.objectContaining({ code: 'unknown_environment' }),
    )
  })
})
