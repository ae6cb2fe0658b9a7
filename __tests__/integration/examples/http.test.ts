import { chmod, readFile, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { examples, RegionOne } from './region-one.js'

const certificate = join(examples, '../__tests__/integration/examples/fixtures/loopback.pem')

let cloud: RegionOne
let server: Server | undefined

beforeEach(async () => {
  cloud = await RegionOne.copy('staging')
})
afterEach(async () => {
  server?.closeAllConnections()
  server?.close()
  server = undefined
  await cloud.remove()
})

async function listen(what: Server): Promise<string> {
  server = what
  await new Promise<void>((resolve) => what.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(what.address() as AddressInfo).port}`
}

/** Start a server that answers so. */
async function serve(answer: RequestListener): Promise<string> {
  return `http://${await listen(createServer(answer))}`
}

function ask(words: string, env: Record<string, string> = {}) {
  return cloud.run(`. tests/http.sh; ${words}`, env)
}

/** A Keystone that tells what it was asked, and knows the user demo. */
const keystone: RequestListener = async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  if (request.method === 'POST') {
    const { user } = JSON.parse(body).auth.identity.password
    const known = JSON.stringify(user) === JSON.stringify(demo)
    response.writeHead(known ? 201 : 401, known ? { 'X-Subject-Token': 'the-token' } : {}).end()
  } else {
    const { 'x-auth-token': asking, 'x-subject-token': subject } = request.headers
    response.writeHead(asking === 'the-token' && subject === 'the-token' ? 200 : 404).end()
  }
}
const demo = { name: 'de"mo', password: 'pass \\ "word"\n', domain: { name: 'Ünited' } }
const credentials = {
  OS_USERNAME: demo.name,
  OS_PASSWORD: demo.password,
  OS_USER_DOMAIN_NAME: demo.domain.name,
}

describe('http.sh', () => {
  test('prints the status, whatever it is, and follows no redirect', async () => {
    const url = await serve((request, response) => {
      const status = request.headers['x-auth-token'] === 'secret' ? 302 : 503
      response.writeHead(status, { location: '/' }).end('text')
    })
    expect(await ask(`status_of ${url}`)).toEqual({ status: 0, output: '503' })
    expect(await ask(`status_of ${url} secret`)).toEqual({ status: 0, output: '302' })
  })

  test('prints a body, and fails without one when the answer is an error', async () => {
    const url = await serve((request, response) => {
      response.writeHead(request.url === '/good' ? 200 : 404).end('ä text\n')
    })
    expect(await ask(`body_of ${url}/good`)).toEqual({ status: 0, output: 'ä text\n' })
    const bad = await ask(`body_of ${url}/bad`)
    expect(bad).toEqual({ status: 1, output: `error: body ${url}/bad: the answer is 404\n` })
  })

  test('logs in and has the token validated, with any characters in the password', async () => {
    const v3 = `${await serve(keystone)}/v3`
    expect(await ask(`log_in ${v3}`, credentials)).toEqual({ status: 0, output: '201' })
    expect(await ask(`issue_token ${v3}`, credentials)).toEqual({ status: 0, output: 'the-token' })
    expect(await ask(`validate_token ${v3} the-token`)).toEqual({ status: 0, output: '200' })
    expect(await ask(`validate_token ${v3} another`)).toEqual({ status: 0, output: '404' })
  })

  test('issues no token for a wrong password', async () => {
    const v3 = `${await serve(keystone)}/v3`
    const wrong = { ...credentials, OS_PASSWORD: 'wrong' }
    expect(await ask(`log_in ${v3}`, wrong)).toEqual({ status: 0, output: '401' })
    const token = await ask(`issue_token ${v3}`, wrong)
    expect(token).toEqual({ status: 1, output: `error: token ${v3}: the answer is 401\n` })
  })

  test('puts no secret on a command line', async () => {
    const v3 = `${await serve(keystone)}/v3`
    const spy = join(cloud.release, 'spy.sh')
    const log = join(cloud.release, 'arguments')
    const exec = `exec '${process.execPath}' "$@"`
    await writeFile(spy, `#!/usr/bin/env bash\nprintf '%s\\n' "$*" >>'${log}'\n${exec}\n`)
    await chmod(spy, 0o755)
    const words = `token=$(issue_token ${v3}); status_of ${v3} "$token"; validate_token ${v3} "$token"`
    await ask(words, { ...credentials, CHANGEOVER_NODE: spy })
    const script = join(cloud.release, 'tests/ask.mjs')
    const questions = ['token', 'status', 'validate'].map((question) => `${script} ${question} ${v3}\n`)
    expect(await readFile(log, 'utf8')).toBe(questions.join(''))
  })
})

describe('when there is no answer, http.sh says so in one line', () => {
  test('a refused connection', async () => {
    const url = await serve(() => {})
    server?.close()
    const { status, output } = await ask(`status_of ${url}`)
    expect(status).toBe(1)
    expect(output).toMatch(/^error: status http:\S+: connect ECONNREFUSED \S+\n$/)
  })

  test.each([
    ['before it answers', () => {}],
    ['in the middle of its answer', (_, response) => response.write('half')],
  ] satisfies [string, RequestListener][])('the server hangs %s', async (_, answer) => {
    const url = await serve(answer)
    const { status, output } = await ask(`status_of ${url}`, { HTTP_TIMEOUT: '0.5' })
    expect({ status, output }).toEqual({
      status: 1,
      output: `error: status ${url}: no answer within 0.5 s\n`,
    })
  })

  test('the connection breaks', async () => {
    const url = await serve((request) => request.socket.destroy())
    const { status, output } = await ask(`body_of ${url}`)
    expect({ status, output }).toEqual({ status: 1, output: `error: body ${url}: socket hang up\n` })
  })

  test('the variables of the user are not set', async () => {
    const url = await serve(keystone)
    const { status, output } = await ask(`issue_token ${url}`, { OS_PASSWORD: '' })
    expect(status).toBe(1)
    expect(output).toBe(`error: token ${url}: OS_USERNAME or OS_PASSWORD is not set\n`)
  })
})

const noAuthority = { OS_CACERT: '', NODE_EXTRA_CA_CERTS: '', SSL_CERT_FILE: '' }

test.each(Object.keys(noAuthority))(
  'https needs a certificate that is trusted, and %s may say which are',
  async (variable) => {
    const pem = await readFile(certificate)
    const url = `https://${await listen(createTlsServer({ key: pem, cert: pem }, keystone))}/v3`
    const trusting = { ...credentials, ...noAuthority, [variable]: certificate }
    expect(await ask(`log_in ${url}`, trusting)).toEqual({ status: 0, output: '201' })
    const { status, output } = await ask(`log_in ${url}`, { ...credentials, ...noAuthority })
    expect(status).toBe(1)
    expect(output).toMatch(/^error: log-in https:\S+: self-signed certificate.*\n$/)
  },
)
