import { describe, expect, test } from '@jest/globals'
import { parseReleaseName, parseStoreAddress } from '../../../../src/drivers/stores/address.js'

const DIGEST = `sha256:${'a1'.repeat(32)}`

describe('the address of a store', () => {
  test.each([
    ['releases', { kind: 'file', path: 'releases' }],
    ['/srv/releases', { kind: 'file', path: '/srv/releases' }],
    ['file:releases', { kind: 'file', path: 'releases' }],
    ['file:///srv/releases', { kind: 'file', path: '/srv/releases' }],
    ['github-artifact:', { kind: 'github-artifact', repository: undefined }],
    ['github-release:acme/region-one', { kind: 'github-release', repository: 'acme/region-one' }],
    [
      'oci://localhost:5000/clouds/region-one',
      { kind: 'oci', registry: 'localhost:5000', repository: 'clouds/region-one' },
    ],
    [
      'oci://registry.example.org/region_one',
      { kind: 'oci', registry: 'registry.example.org', repository: 'region_one' },
    ],
  ])('%s', (text, address) => {
    expect(parseStoreAddress(text)).toEqual(address)
  })

  test.each([
    '',
    'file:',
    'github-release:acme',
    'github-release:acme/..',
    'github-release:acme/x/../../y',
    'github-artifact:acme/region one',
    'oci:registry/repository',
    'oci://registry',
    'oci://user:password@registry/repository',
    'oci://registry/../repository',
    'oci://registry/Repository?x',
  ])('%p is not an address', (text) => {
    expect(() => parseStoreAddress(text)).toThrow('is not the address of a store')
  })

  test('suggests the kind for a typo', () => {
    expect(() => parseStoreAddress('github-releases:')).toThrow(
      expect.objectContaining({ remedy: expect.stringContaining('Did you mean "github-release:"?') }),
    )
  })
})

describe('the name of a release', () => {
  test.each([
    ['1.0.0', { wanted: { version: '1.0.0' }, store: undefined }],
    ['v2026.11.1-3-gabc+x', { wanted: { version: 'v2026.11.1-3-gabc+x' }, store: undefined }],
    [DIGEST, { wanted: { digest: DIGEST }, store: undefined }],
    ['releases#1.0.0', { wanted: { version: '1.0.0' }, store: 'releases' }],
    [`github-release:acme/x#${DIGEST}`, { wanted: { digest: DIGEST }, store: 'github-release:acme/x' }],
    ['oci://localhost:5000/x#1.0.0', { wanted: { version: '1.0.0' }, store: 'oci://localhost:5000/x' }],
    ['region-one-1.0.0.tar.gz', { file: 'region-one-1.0.0.tar.gz' }],
    ['./1.0.0', { file: './1.0.0' }],
    ['releases/1.0.0', { file: 'releases/1.0.0' }],
    ['build#7/region-one-1.0.0.tar.gz', { file: 'build#7/region-one-1.0.0.tar.gz' }],
    ['file:///srv/x.tar.gz', { file: '/srv/x.tar.gz' }],
    ['C# release.tgz', { file: 'C# release.tgz' }],
  ])('%s', (text, name) => {
    expect(parseReleaseName(text)).toEqual(name)
  })

  test('after # there must be a version or a digest', () => {
    expect(() => parseReleaseName('releases#sha256:12')).toThrow(
      '"sha256:12" is neither a version nor a digest',
    )
  })
})
