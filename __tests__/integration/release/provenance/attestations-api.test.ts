import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { gitHubOf } from '../../../../src/github/client.js'
import type { GitHubApi } from '../../../../src/platform/github-api.js'
import { fetchBundles } from '../../../../src/release/provenance/attestations-api.js'
import { testGitHub } from '../../../support/git-hub.js'

const SHA256 = 'a'.repeat(64)
let server: Server | undefined
afterEach(async () => {
  server?.closeAllConnections()
  server?.close()
  server = undefined
})

async function serve(listener: RequestListener): Promise<GitHubApi> {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    listener(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return testGitHub({ url: `http://127.0.0.1:${port}/api/v3/`, token: 'secret-token' })
}

describe('attestations at GitHub', () => {
  test('are requested by digest, with the token', async () => {
    const asked: unknown[] = []
    const api = await serve(({ url, headers }, response) => {
      asked.push([url, headers.authorization])
      response.end(
        JSON.stringify({
          attestations: [{ bundle: { one: 1 } }, { bundle: null }, null, { bundle: { two: 2 } }],
        }),
      )
    })
    expect(await fetchBundles(api, 'acme/cloud', SHA256)).toEqual([{ one: 1 }, { two: 2 }])
    expect(asked).toEqual([
      [`/api/v3/repos/acme/cloud/attestations/sha256:${SHA256}?per_page=30`, 'token secret-token'],
    ])
  })

  test('are an empty list after 404', async () => {
    const api = await serve((_request, response) => response.writeHead(404).end('{}'))
    expect(await fetchBundles(api, 'acme/cloud', SHA256)).toEqual([])
  })

  test('are requested again when GitHub fails', async () => {
    const answers = [502, 429, 200]
    const api = await serve((_request, response) => {
      response.writeHead(answers.shift() ?? 500).end('{"attestations":[]}')
    })
    expect(await fetchBundles(api, 'acme/cloud', SHA256)).toEqual([])
    expect(answers).toEqual([])
  })

  test.each([403, 401, 400, 500])('fail after %s, without the token in the message', async (status) => {
    let asked = 0
    const api = await serve((_request, response) => {
      asked++
      response.writeHead(status).end('{"message":"secret-token"}')
    })
    const failed = fetchBundles(api, 'acme/cloud', SHA256)
    await expect(failed).rejects.toMatchObject({
      code: 'attestation_unavailable',
      message: expect.stringMatching(new RegExp(`answered ${status}`)),
      remedy: expect.stringMatching(/attestations: read/),
    })
    await expect(failed).rejects.not.toThrow(/secret-token/)
    expect(asked).toBe(status === 500 ? 3 : 1)
  })

  test('are not fetched from a redirect', async () => {
    const api = await serve((_request, response) => {
      response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
    })
    await expect(fetchBundles(api, 'acme/cloud', SHA256)).rejects.toMatchObject({
      code: 'attestation_unavailable',
    })
  })

  test.each(['nothing', '[]', '{"attestations":7}'])(
    'in an unexpected answer (%s) are an empty list or an error',
    async (text) => {
      const api = await serve((_request, response) => response.end(text))
      const bundles = await fetchBundles(api, 'acme/cloud', SHA256).catch(
        (error: { code: string }) => error.code,
      )
      expect([[], 'attestation_unavailable']).toContainEqual(bundles)
    },
  )

  test('are requested only if the environment names GitHub', () => {
    expect(gitHubOf({})).toBeUndefined()
    expect(gitHubOf({ GH_TOKEN: 'x' })).toMatchObject({ url: 'https://api.github.com', hasToken: true })
    expect(gitHubOf({ GITHUB_API_URL: 'https://ghe.example/api/v3' })).toMatchObject({
      url: 'https://ghe.example/api/v3',
      hasToken: false,
    })
  })
})
