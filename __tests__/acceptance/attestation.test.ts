import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { CLAIMS, identityToken, LocalSigstore } from '../rig/sigstore.js'
import { expectBadEnd, expectUnable } from './cli-result.js'
import { Site } from './site.js'
import { removedAfterEach } from './sites.js'

const REQUIRED = `    require_attestation:
      repository: acme/cloud
      workflow: .github/workflows/release.yml
`
const settings = (required: string) => `version: 1
name: cloud
environments:
  prod:
    strategy: in_place
${required}    deploy: { run: 'cp version "$HOME/deployed"' }
`
const own = removedAfterEach()
let sigstore: LocalSigstore
beforeAll(async () => {
  sigstore = await LocalSigstore.start()
})
afterAll(() => sigstore?.stop())

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = undefined
})

/** A cloud whose production asks for attestations, or not. */
async function cloud(required = REQUIRED): Promise<Site> {
  const site = await own(Site.of({ 'changeover.yml': settings(required), version: 'one\n' }))
  await writeFile(join(site.root, 'root.json'), JSON.stringify(sigstore.root))
  return site
}

/** Attest an archive, as the workflow of GitHub's would. */
async function attest(archive: string, claims = CLAIMS, to = archive): Promise<void> {
  const statement = JSON.parse(await readFile(`${archive}.intoto.json`, 'utf8'))
  await writeFile(`${to}.sigstore.json`, JSON.stringify(await sigstore.sign(statement, { claims })))
}

function deploy(site: Site, archive: string, env: Record<string, string> = {}) {
  const root = join(site.root, 'root.json')
  const args = ['deploy', '-e', 'prod', '-r', archive, '--trusted-root', root, '--format', 'json']
  return site.cli(args, { env })
}

/** Which version was deployed, by what the command of the release has left. */
async function deployed(site: Site): Promise<string> {
  return readFile(join(site.root, 'home', 'deployed'), 'utf8').catch(() => 'nothing')
}

async function ended(command: Promise<{ exitCode: number | null; stdout: string; stderr: string }>) {
  const { exitCode, stdout } = await command
  return { exitCode, ...JSON.parse(stdout) }
}

async function serve(listener: RequestListener): Promise<string> {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    listener(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('an environment that requires an attestation', () => {
  test('gets what was attested as it asks for, and nothing else', async () => {
    const site = await cloud()
    const { path } = await site.package('1.0.0')

    expect(expectUnable(await deploy(site, path), 'attestation_missing').message).toMatch(
      /sha256:[0-9a-f]{64}.*Expected one by acme\/cloud, workflow \.github\/workflows\/release\.yml/,
    )
    await attest(path, { ...CLAIMS, sub: CLAIMS.sub?.replace('release.yml', 'pull-request.yml') ?? '' })
    expect(expectUnable(await deploy(site, path), 'attestation_invalid').message).toMatch(
      /pull-request\.yml, expected .*release\.yml/,
    )
    expect(existsSync(join(site.root, 'state'))).toBe(false) // nothing was unpacked
    expect(await site.json('status', '-e', 'prod')).toMatchObject({ reason: 'never_deployed' })

    await attest(path)
    expect(await ended(deploy(site, path))).toMatchObject({ exitCode: 0, outcome: 'promoted' })
    expect(await deployed(site)).toBe('one\n')
  })

  test('is told when the attestation is of another archive', async () => {
    const site = await cloud()
    const { path } = await site.package('1.0.0')
    await attest(path)
    await writeFile(join(site.repository, 'version'), 'two\n')
    await site.commit('second')
    const other = await site.package('2.0.0')
    await copyFile(`${path}.sigstore.json`, `${other.path}.sigstore.json`)
    expect(expectUnable(await deploy(site, other.path), 'attestation_invalid').message).toMatch(
      /is about other bytes/,
    )
  })

  test('goes on asking for it when a release drops the requirement: the live one says so', async () => {
    const site = await cloud()
    const first = await site.package('1.0.0')
    await attest(first.path)
    expect(await ended(deploy(site, first.path))).toMatchObject({ outcome: 'promoted' })

    await writeFile(join(site.repository, 'changeover.yml'), settings(''))
    await writeFile(join(site.repository, 'version'), 'two\n')
    await site.commit('second')
    const second = await site.package('2.0.0')
    expectBadEnd(await deploy(site, second.path), 'aborted', 'attestation_missing')
    expect(await deployed(site)).toBe('one\n')
    await attest(second.path, { ...CLAIMS, repository: 'mallory/cloud' })
    expectBadEnd(await deploy(site, second.path), 'aborted', 'attestation_invalid')
    await attest(second.path)
    expect(await ended(deploy(site, second.path))).toMatchObject({ outcome: 'promoted' })
    expect(await deployed(site)).toBe('two\n')
  })

  test('may be one that only the release itself knows of', async () => {
    const site = await cloud()
    const { path } = await site.package('1.0.0')
    await rm(join(site.repository, 'changeover.yml'))
    expectBadEnd(await deploy(site, path), 'aborted', 'attestation_missing')
    await attest(path)
    expect(await ended(deploy(site, path))).toMatchObject({ outcome: 'promoted' })
  })

  test('finds the attestation in the store that has the release', async () => {
    const site = await cloud()
    const [output, store] = [join(site.root, 'releases'), join(site.root, 'store')]
    const { path } = await site.package('1.0.0')
    await attest(path)
    await site.json('package', '--version', '1.0.0', '--output', output, '--store', `file:${store}`)
    await rm(output, { recursive: true })
    const inStore = `file:${store}#1.0.0`
    expect(await ended(deploy(site, inStore))).toMatchObject({ exitCode: 0, outcome: 'promoted' })
    for (const name of await readdir(store)) {
      if (name.endsWith('.sigstore.json')) await rm(join(store, name))
    }
    expectUnable(await deploy(site, inStore), 'attestation_missing')
  })

  test('cannot say whose attestation it wants without a repository', async () => {
    const site = await cloud('    require_attestation: true\n')
    const { path } = await site.package('1.0.0')
    await attest(path)
    expectUnable(await deploy(site, path), 'repository_unknown')
    const own = { GITHUB_REPOSITORY: 'acme/cloud', GITHUB_SERVER_URL: 'https://github.com' }
    expect(await ended(deploy(site, path, { ...own, GITHUB_REPOSITORY: 'acme/other' }))).toMatchObject({
      code: 'attestation_invalid',
    })
    expect(await ended(deploy(site, path, own))).toMatchObject({ outcome: 'promoted' })
  })

  test('lets users be shifted back without an archive; one that is given is held to it', async () => {
    const strategy: [string, string] = ['    strategy: blue_green\n', `    strategy: blue_green\n${REQUIRED}`]
    const site = await own(Site.regionOne([strategy]))
    const root = join(site.root, 'root.json')
    await writeFile(root, JSON.stringify(sigstore.root))
    const released: string[] = []
    for (const version of ['1.0.0', '2.0.0']) {
      await site.edit('changeover.yml', [['name: region-one', `name: region-one # ${version} of`]])
      await site.commit(version)
      const { path } = await site.package(version)
      await attest(path)
      await site.json('deploy', '-e', 'laptop', '-r', path, '--trusted-root', root)
      released.push(path)
    }
    const [first = ''] = released
    await rm(`${first}.sigstore.json`)
    expectUnable(
      await site.cli(['rollback', '-e', 'laptop', '-r', first, '--trusted-root', root, '--format', 'json']),
      'attestation_missing',
    )
    expect(await site.served()).toBe('2.0.0')
    expect(await site.json('rollback', '-e', 'laptop')).toMatchObject({ outcome: 'restored' })
    expect(await site.served()).toBe('1.0.0')
  })
})

describe('the actions', () => {
  test('deploy fetches the attestation that GitHub keeps, with the token of the job', async () => {
    const site = await cloud()
    const { path } = await site.package('1.0.0')
    await attest(path)
    const bundle = JSON.parse(await readFile(`${path}.sigstore.json`, 'utf8'))
    await rm(`${path}.sigstore.json`)
    const asked: unknown[] = []
    const url = await serve(({ url: at, headers }, response) => {
      asked.push([at?.replace(/sha256:[0-9a-f]{64}/, 'DIGEST'), headers.authorization])
      response.end(JSON.stringify({ attestations: [{ bundle }] }))
    })
    const inputs = {
      ...{ environment: 'prod', release: path, token: 'job-token' },
      'trusted-root': join(site.root, 'root.json'),
    }
    const { exitCode, outputs, stdout } = await site.action('deploy', inputs, {
      env: { GITHUB_API_URL: url },
    })
    expect({ exitCode, outcome: outputs.outcome }).toEqual({ exitCode: 0, outcome: 'promoted' })
    expect(asked).toEqual([['/repos/acme/cloud/attestations/DIGEST?per_page=30', 'token job-token']])
    expect(stdout).toContain(`Attested by ${CLAIMS.sub}`)
  })

  test('package without the permission says so, and leaves the statement and the list', async () => {
    const site = await cloud()
    const output = join(site.root, 'releases')
    const inputs = { version: '1.0.0', output, token: 'job-token' }
    const made = await site.action('package', inputs)
    const archive = join(output, 'cloud-1.0.0.tar.gz')
    expect(made).toMatchObject({
      exitCode: 0,
      outputs: {
        outcome: 'packaged',
        'statement-path': `${archive}.intoto.json`,
        'dependencies-path': `${archive}.cdx.json`,
        'bundle-path': '',
        'attestation-id': '',
      },
    })
    expect(made.stdout).toMatch(/not attested.*id-token: write/)
    const required = await site.action('package', { ...inputs, attest: 'required' })
    expect(required).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'failed', reason: 'attestation_not_permitted' },
    })
  })

  test('package has a release attested that deploy then admits: signed by the library that ships', async () => {
    const site = await cloud()
    const kept: { bundle?: unknown }[] = []
    const url = await serve(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      if (request.url?.startsWith('/token')) {
        expect(request.headers.authorization).toBe('Bearer runner-token')
        return response.end(JSON.stringify({ value: identityToken(CLAIMS) }))
      }
      kept.push(JSON.parse(Buffer.concat(chunks).toString('utf8')))
      return response.writeHead(201).end('{"id":4711}')
    })
    const env = {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?x=1`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runner-token',
      GITHUB_REPOSITORY: 'acme/cloud',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: url,
      LOCAL_SIGSTORE_URL: sigstore.url,
      NODE_OPTIONS: `--import ${resolve('__tests__/rig/github-sigstore.mjs')}`,
    }
    const inputs = { version: '1.0.0', output: join(site.root, 'releases'), token: 'job-token' }
    const { exitCode, outputs, summary } = await site.action(
      'package',
      { ...inputs, attest: 'required' },
      { env },
    )
    const page = 'https://github.com/acme/cloud/attestations/4711'
    expect({ exitCode, id: outputs['attestation-id'], url: outputs['attestation-url'] }).toEqual({
      exitCode: 0,
      id: '4711',
      url: page,
    })
    expect(summary).toContain(page)
    expect(kept).toEqual([{ bundle: JSON.parse(await readFile(outputs['bundle-path'] ?? '', 'utf8')) }])

    await writeFile(join(site.root, 'root.json'), JSON.stringify(sigstore.rootWithoutLog))
    expect(await ended(deploy(site, outputs.archive ?? ''))).toMatchObject({ outcome: 'promoted' })
  })

  test('package says when signing is allowed but no signer is configured', async () => {
    const site = await cloud()
    const url = await serve((_request, response) => response.writeHead(403).end('{}'))
    const env = {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?x=1`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runner-token',
      GITHUB_REPOSITORY: 'acme/cloud',
    }
    const inputs = { version: '1.0.0', output: join(site.root, 'releases'), token: 'job-token' }
    const made = await site.action('package', { ...inputs, attest: 'required' }, { env })
    expect(made).toMatchObject({ exitCode: 1, outputs: { reason: 'attestation_failed' } })
    expect(made.stdout + made.stderr).not.toMatch(/runner-token|job-token/)
  })
})

describe('verify', () => {
  test('names the public root when it cannot be had', async () => {
    const site = await cloud()
    const { path } = await site.package('1.0.0')
    await attest(path)
    const env = { HTTPS_PROXY: 'http://127.0.0.1:1', https_proxy: 'http://127.0.0.1:1' }
    const args = ['verify', path, '--repository', 'acme/cloud', '--format', 'json']
    expect(expectUnable(await site.cli(args, { env }), 'trusted_root_unavailable').message).toContain(
      'ECONNREFUSED',
    )
  })

  const verify = (site: Site, ...args: string[]) => site.cli(['verify', ...args, '--format', 'json'])

  test('tells what lies beside the archive, and whether it holds', async () => {
    const site = await cloud()
    const root = join(site.root, 'root.json')
    const { path } = await site.package('1.0.0')
    expect(await ended(verify(site, path))).toMatchObject({
      exitCode: 0,
      outcome: 'verified',
      origin: { statement: { matches: true, builder: 'urn:changeover:builder:local' }, attestation: null },
    })
    await attest(path)
    expect(await ended(verify(site, path))).toMatchObject({
      origin: { attestation: { path: `${path}.sigstore.json`, verified: false, signer: null } },
    })
    const held = ['--repository', 'acme/cloud', '--trusted-root', root]
    expect(await ended(verify(site, path, ...held))).toMatchObject({
      exitCode: 0,
      origin: { attestation: { verified: true, signer: { workflow: CLAIMS.sub, commit: CLAIMS.sha } } },
    })
    const text = await site.cli(['verify', path, ...held])
    expect(text.stdout).toContain(`attested by ${CLAIMS.sub} at ${CLAIMS.sha}`)
    const other = ['--repository', 'acme/other', '--trusted-root', root]
    expectUnable(await verify(site, path, ...other), 'attestation_invalid')
    expectUnable(await verify(site, path, '--repository', 'acme'), 'invalid_repository')
    const missing = ['--attestation', join(site.root, 'none'), '--repository', 'acme/cloud']
    expectUnable(await verify(site, path, ...missing), 'attestation_missing')
  })

  test('is not content with a statement about other bytes', async () => {
    const site = await cloud()
    const first = await site.package('1.0.0')
    const second = await site.package('2.0.0')
    await copyFile(`${first.path}.intoto.json`, `${second.path}.intoto.json`)
    expect(await ended(verify(site, second.path))).toMatchObject({
      exitCode: 1,
      origin: { statement: { matches: false } },
    })
    await writeFile(`${second.path}.intoto.json`, '{}')
    expect(await ended(verify(site, second.path))).toMatchObject({ exitCode: 0, origin: { statement: null } })
  })
})
