import { describe, expect, test } from '@jest/globals'
import { hostedRepository, namedPolicy } from '../../../../src/release/provenance/own-repository.js'
import { checkRepository, mismatch } from '../../../../src/release/provenance/policy.js'
import type { SignerIdentity } from '../../../../src/release/provenance/verify-bundle.js'
import { temporaryFolders } from '../../../support/temp.js'

const temporary = temporaryFolders()

/** A signer of a server, with who issues its tokens. */
function signer(server: string, issuer: string, more: Partial<SignerIdentity> = {}): SignerIdentity {
  return {
    workflow: `${server}/acme/cloud/.github/workflows/release.yml@refs/heads/main`,
    repository: `${server}/acme/cloud`,
    ref: 'refs/heads/main',
    commit: 'c'.repeat(40),
    issuer,
    ...more,
  }
}

describe('an attestation policy', () => {
  test.each([
    ['https://github.com', 'https://token.actions.githubusercontent.com'],
    ['https://acme.ghe.com', 'https://token.actions.acme.ghe.com'],
    ['https://git.example.com', 'https://git.example.com/_services/token'],
  ])('for %s requires the issuer %s', (server, issuer) => {
    const policy = {
      repository: 'Acme/Cloud',
      workflow: '/.github/workflows/release.yml',
      server: `${server}/`,
    }
    expect(mismatch(policy, signer(server, issuer))).toBeUndefined()
    expect(mismatch(policy, signer(server, 'https://elsewhere.example'))).toMatch(
      /the issuer of its signer's identity is/,
    )
    expect(mismatch(policy, signer('https://other.example', issuer))).toMatch(/repository/)
  })

  test.each(['', 'nothing', '@', 'https://github.com/acme/cloud/.github/workflows/Release.yml@x'])(
    'does not accept the workflow %j',
    (workflow) => {
      const policy = { repository: 'acme/cloud', workflow: '.github/workflows/release.yml' }
      const one = signer('https://github.com', 'https://token.actions.githubusercontent.com', { workflow })
      expect(mismatch(policy, one)).toMatch(/signed by the workflow/)
    },
  )

  test.each([
    'acme',
    'acme/',
    '/cloud',
    'acme/cloud/more',
    'acme/cl oud',
    '../cloud',
    'https://github.com/acme/cloud',
  ])('does not accept the repository %j', (repository) =>
    expect(() => checkRepository(repository)).toThrow('is not a valid name of a repository'),
  )
})

describe('the repository of this run', () => {
  test('comes from the platform, otherwise from the clone, otherwise it is unknown', async () => {
    const folder = await temporary()
    const env = { GITHUB_REPOSITORY: 'acme/cloud', GITHUB_SERVER_URL: 'https://acme.ghe.com' }
    expect(await namedPolicy({}, folder, env)).toEqual({
      repository: 'acme/cloud',
      server: 'https://acme.ghe.com',
    })
    expect(await namedPolicy({ repository: 'acme/other' }, folder, env)).toMatchObject({
      repository: 'acme/other',
    })
    await expect(namedPolicy({}, folder, {})).rejects.toMatchObject({ code: 'repository_unknown' })
  })

  test.each([
    ['https://github.com/acme/cloud', { repository: 'acme/cloud', server: 'https://github.com' }],
    ['https://git.example.com/group/sub/cloud', undefined],
    ['http://github.com/acme/cloud', undefined],
    [null, undefined],
  ])('of %s', (url, expected) => expect(hostedRepository(url)).toEqual(expected))
})
