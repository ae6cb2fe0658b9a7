import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { environmentOf, parseManifest } from '../../../src/manifest/load.js'
import { readManifest } from '../../../src/manifest/read.js'
import { expandDeep, variablesOf } from '../../../src/manifest/values.js'
import { parseYaml } from '../../../src/yaml/parse.js'
import { examples } from './region-one.js'

const good = (path: string) => readFileSync(join(examples, 'region-one', path), 'utf8')
const broken = (path: string) => readFileSync(join(examples, 'broken-change', path), 'utf8')

describe('the manifest of region-one', () => {
  const manifest = parseManifest(Buffer.from(good('changeover.yml')))

  test('has its four environments', () => {
    expect(Object.keys(manifest.environments ?? {})).toEqual(['staging', 'laptop', 'lab', 'production'])
  })

  test('takes every port from the environment', () => {
    const settings = environmentOf(manifest, 'laptop')
    const env = {
      REGION_ONE_KEYSTONE_PORT: '1',
      REGION_ONE_GLANCE_PORT: '2',
      REGION_ONE_BLUE_KEYSTONE_PORT: '3',
      REGION_ONE_BLUE_GLANCE_PORT: '4',
      REGION_ONE_GREEN_KEYSTONE_PORT: '5',
      REGION_ONE_GREEN_GLANCE_PORT: '6',
    }
    const router = settings.strategy === 'blue_green' ? settings.router : undefined
    expect(expandDeep(router, variablesOf(settings, undefined, env), 'router')).toEqual({
      local: {
        services: {
          keystone: { listen: '127.0.0.1:1', blue: '127.0.0.1:3', green: '127.0.0.1:5' },
          glance: { listen: '127.0.0.1:2', blue: '127.0.0.1:4', green: '127.0.0.1:6' },
        },
      },
    })
    expect(variablesOf(settings, 'green', env)).toMatchObject({ KEYSTONE_PORT: '5', GLANCE_PORT: '6' })
  })

  test.each(['staging', 'laptop', 'lab', 'production'])('has a value for every name in %s', (name) => {
    const settings = environmentOf(manifest, name)
    for (const color of settings.strategy === 'blue_green' ? (['blue', 'green'] as const) : [undefined]) {
      const variables = variablesOf(settings, color, {})
      const urls = (settings.verify ?? []).flatMap(({ http }) => http?.url ?? [])
      expect(expandDeep(urls, variables, 'verify').every((url) => URL.canParse(url))).toBe(true)
      expect(urls).not.toHaveLength(0)
    }
  })

  test('names only scripts that are there', () => {
    const named = good('changeover.yml').match(/\.\/[a-z/-]+\.sh/g) ?? []
    expect(new Set(named).size).toBeGreaterThanOrEqual(13)
    expect(named.filter((script) => !existsSync(join(examples, 'region-one', script)))).toEqual([])
  })
})

/** The lines that one file has and the other lacks. */
function newLines(path: string): string[] {
  const known = new Set(good(path).split('\n'))
  return broken(path)
    .split('\n')
    .filter((line) => !known.has(line))
}

describe('the broken change', () => {
  test('differs from region-one by its mistakes alone', () => {
    expect(newLines('changeover.yml')).toEqual(['    rolback_window: 24h'])
    expect(newLines('heat/app.yaml')).toEqual(['      flavor: { get_param: flavour }', 'output:'])
    expect(newLines('openstack_deploy/openstack_user_config.yml')).toEqual([
      '  - "10.40.0.10,10.40.0.99"',
      '  external_lb_vip_address: 203.0.113.19',
      'network_gatway_hosts:',
    ])
  })

  test('has a misspelled key in its manifest', () => {
    const { problems } = readManifest(parseYaml(broken('changeover.yml')))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ rule: 'unknown-key', help: 'Did you mean "rollback_window"?' })
  })

  test('has a duplicate key and a duplicate address', () => {
    const text = broken('openstack_deploy/openstack_user_config.yml')
    const { problems } = parseYaml(text)
    expect(problems).toHaveLength(1)
    expect(problems[0]?.message).toContain('external_lb_vip_address')
    expect(text.match(/ip: 10\.40\.0\.41$/gm)).toHaveLength(2)
  })
})
