import { readFile } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { APIS } from '../../../src/openstack/api.js'
import { endpointOf, questionUrl, readCatalog } from '../../../src/openstack/catalog.js'
import { SERVICES } from '../../../src/openstack/services.js'

describe('the address of a request', () => {
  test.each<[string, string | undefined, string, string]>([
    ['http://v:9292', undefined, 'v2/images?limit=1', 'http://v:9292/v2/images?limit=1'],
    ['http://v:9292/v2/', undefined, 'v2/images?limit=1', 'http://v:9292/v2/images?limit=1'],
    ['https://v/image', undefined, 'v2/images?limit=1', 'https://v/image/v2/images?limit=1'],
    ['http://v:9696/', undefined, 'v2.0/networks?limit=1', 'http://v:9696/v2.0/networks?limit=1'],
    ['http://v:9696/v2.0', undefined, 'v2.0/networks?limit=1', 'http://v:9696/v2.0/networks?limit=1'],
    ['http://v:8776/v3/abc', undefined, 'volumes/detail', 'http://v:8776/v3/abc/volumes/detail'],
    ['http://v:8776/v3/abc', 'http://i:28776', 'volumes/detail', 'http://i:28776/v3/abc/volumes/detail'],
    [
      'http://v:8776/v3/abc',
      'http://i:28776/v3/def/',
      'volumes/detail',
      'http://i:28776/v3/def/volumes/detail',
    ],
    ['http://v/swift/v1/AUTH_x', 'http://i:8080', '?limit=1', 'http://i:8080/swift/v1/AUTH_x?limit=1'],
    ['http://v:5000/v3', 'http://i:15000/v3', 'auth/projects', 'http://i:15000/v3/auth/projects'],
  ])('%s, instead %s: %s', (fromCatalog, instead, read, url) => {
    expect(questionUrl(fromCatalog, instead, read)).toBe(url)
  })
})

test('skips invalid entries', () => {
  const catalog = readCatalog([
    null,
    'x',
    { type: 'image' },
    {
      type: 'image',
      endpoints: [null, { url: 1 }, { region_id: 'R', interface: 'public', url: 'http://g' }],
    },
  ])
  expect([...catalog]).toEqual([['image', [{ region: 'R', interface: 'public', url: 'http://g' }]]])
  expect(readCatalog({ image: [] }).size).toBe(0)
})

test('accepts older names of a service', () => {
  const endpoints = [{ region: 'R', interface: 'public', url: 'http://c/v3/x' }]
  const catalog = readCatalog([{ type: 'volumev3', endpoints }])
  const cinder = APIS.cinder ?? { types: [], read: '', list: '' }
  expect(endpointOf(catalog, 'cinder', cinder, { region: 'R', interface: 'public' })).toBe('http://c/v3/x')
})

test('knows every service of the schema, and the schema names every API', async () => {
  const names = Object.keys(APIS)
  expect(names.filter((name) => !(name in SERVICES))).toEqual([])
  const schema = JSON.parse(await readFile('schemas/manifest.schema.json', 'utf8')) as {
    $defs: {
      openstack_probe: {
        properties: {
          services: { items: { enum: string[] } }
          endpoints: { propertyNames: { enum: string[] } }
        }
      }
    }
  }
  const { services, endpoints } = schema.$defs.openstack_probe.properties
  expect(services.items.enum).toEqual(names)
  expect(endpoints.propertyNames.enum).toEqual(names)
})
