// Asks an API one question, with nothing but Node; http.sh gives each question a name.
//
// Usage: node ask.mjs status URL         print the status of a GET
//        node ask.mjs body URL           print the body of a GET that must succeed
//        node ask.mjs log-in KEYSTONE    log in, and print the status; KEYSTONE is http://HOST:PORT/v3
//        node ask.mjs token KEYSTONE     log in, and print the token
//        node ask.mjs validate KEYSTONE  print the status of validating a token with itself
//
// Secrets come by the environment: the command line is for everyone to read.
//
// ASK_TOKEN     token for status and validate
// OS_USERNAME, OS_PASSWORD, OS_USER_DOMAIN_NAME (default: Default)   who logs in
// HTTP_TIMEOUT  seconds until a request ends, whatever happens; default: 5
import http from 'node:http'
import https from 'node:https'
import { text } from 'node:stream/consumers'

const { ASK_TOKEN, OS_USERNAME, OS_PASSWORD, OS_USER_DOMAIN_NAME, HTTP_TIMEOUT } = process.env
const token = ASK_TOKEN ? { 'x-auth-token': ASK_TOKEN } : {}
const seconds = Number(HTTP_TIMEOUT || 5)

const QUESTIONS = {
  status: async (url) => (await ask('GET', url, token)).status,
  body: async (url) => mustSucceed(await ask('GET', url)).body,
  'log-in': async (keystone) => (await logIn(keystone)).status,
  token: async (keystone) => mustSucceed(await logIn(keystone)).headers['x-subject-token'] ?? '',
  validate: async (keystone) =>
    (await ask('GET', `${keystone}/auth/tokens`, { ...token, 'x-subject-token': ASK_TOKEN ?? '' })).status,
}

const [question, url] = process.argv.slice(2)
try {
  if (!Object.keys(QUESTIONS).includes(question) || !url) throw new Error('it is not known what to ask')
  process.stdout.write(String(await QUESTIONS[question](url)))
} catch (error) {
  // an error of several addresses has a code and no message; one of TLS has several lines
  const [why] = (error.message || error.code).split('\n', 1)
  process.stderr.write(`error: ${question} ${url}: ${why}\n`)
  process.exitCode = 1
}

function logIn(keystone) {
  if (!OS_USERNAME || !OS_PASSWORD) throw new Error('OS_USERNAME or OS_PASSWORD is not set')
  const user = {
    name: OS_USERNAME,
    password: OS_PASSWORD,
    domain: { name: OS_USER_DOMAIN_NAME || 'Default' },
  }
  const body = JSON.stringify({ auth: { identity: { methods: ['password'], password: { user } } } })
  return ask('POST', `${keystone}/auth/tokens`, { 'content-type': 'application/json' }, body)
}

/** One request. A redirect is an answer like others. */
async function ask(method, url, headers = {}, body = '') {
  const signal = AbortSignal.timeout(Math.ceil(seconds * 1000))
  try {
    const { request } = new URL(url).protocol === 'https:' ? https : http
    const response = await new Promise((resolve, reject) => {
      request(url, { method, headers, agent: false, signal }, resolve).on('error', reject).end(body)
    })
    return { status: response.statusCode, headers: response.headers, body: await text(response) }
  } catch (error) {
    throw signal.aborted ? new Error(`no answer within ${seconds} s`) : error
  }
}

function mustSucceed(answer) {
  if (answer.status >= 400) throw new Error(`the answer is ${answer.status}`)
  return answer
}
