// Stands in for one OpenStack API service in demos and tests, and only there. It answers the few requests that
// the probes and tests of this example send, keeps nothing, and is not part of a real deployment.
//
// Usage: node service.mjs keystone|glance|placement
//
// STAND_IN_PORT      port on 127.0.0.1
// STAND_IN_KEY_FILE  key that signs the tokens; all instances that share it accept each other's tokens, as
//                    Keystone nodes do that share their Fernet keys
// STAND_IN_PID_FILE  written once the port is open
// STAND_IN_RELEASE   version that this instance was deployed from, sent as x-release
// STAND_IN_COLOR     blue or green, sent as x-color; unset outside a blue-green environment
// STAND_IN_PASSWORD  password of every user; default: stand-in
import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'

const HOST = '127.0.0.1'
const TOKEN_LIFE_MS = 60 * 60 * 1000
const MAX_BODY_BYTES = 64 * 1024
/** How long requests in flight may take to finish after SIGTERM. */
const GRACE_MS = 5_000

const color = process.env.STAND_IN_COLOR || null
const release = process.env.STAND_IN_RELEASE || 'unknown'
const password = process.env.STAND_IN_PASSWORD || 'stand-in'
const port = portOf(required('STAND_IN_PORT'))
const pidFile = required('STAND_IN_PID_FILE')
const key = readFileSync(required('STAND_IN_KEY_FILE'))

const healthcheck = () => ({ status: 200, body: 'OK' })

/** What each service answers: `METHOD /path` to a function of the request. */
const SERVICES = {
  keystone: {
    'GET /v3': () => ({
      status: 200,
      body: { version: { id: 'v3.14', status: 'stable', links: [], release, color } },
    }),
    'GET /healthcheck': healthcheck,
    'POST /v3/auth/tokens': issueToken,
    'GET /v3/auth/tokens': validateToken,
  },
  glance: {
    'GET /': () => ({ status: 300, body: { versions: [{ id: 'v2.15', status: 'CURRENT', links: [] }] } }),
    'GET /healthcheck': healthcheck,
    'GET /v2/images': withToken(() => ({ status: 200, body: { images: [], schema: '/v2/schemas/images' } })),
  },
  placement: {
    'GET /': () => ({ status: 200, body: { versions: [{ id: 'v1.0', max_version: '1.39', links: [] }] } }),
    'GET /resource_providers': withToken(() => ({ status: 200, body: { resource_providers: [] } })),
  },
}

const routes = SERVICES[process.argv[2]]
if (!routes) throw new Error(`Unknown service: ${process.argv[2]}`)

let stopping = false
const server = createServer(async (request, response) => {
  const {
    status,
    body,
    headers = {},
  } = await answer(request).catch((error) => failure(error.status ?? 500, error))
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  response.writeHead(status, {
    'content-type': typeof body === 'string' ? 'text/plain' : 'application/json',
    'content-length': Buffer.byteLength(text),
    'x-release': release,
    ...(color ? { 'x-color': color } : {}),
    ...(stopping ? { connection: 'close' } : {}),
    ...headers,
  })
  response.end(request.method === 'HEAD' ? undefined : text)
})
server.listen(port, HOST, () => writeFileSync(pidFile, `${process.pid}\n`))

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    stopping = true
    server.close(() => process.exit(0))
    setTimeout(() => process.exit(1), GRACE_MS).unref()
  })
}

async function answer(request) {
  const path = request.url.split('?', 1)[0].replace(/(?<=.)\/$/, '')
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const respond = Object.hasOwn(routes, `${method} ${path}`) ? routes[`${method} ${path}`] : undefined
  return respond ? await respond(request) : failure(404, { message: 'The resource could not be found.' })
}

async function issueToken(request) {
  const { auth } = await readJson(request)
  const user = auth?.identity?.password?.user
  if (!user || user.password !== password) return unauthorized()
  const now = Date.now()
  const token = {
    methods: ['password'],
    user: { name: String(user.name ?? user.id) },
    issued_at: new Date(now).toISOString(),
    expires_at: new Date(now + TOKEN_LIFE_MS).toISOString(),
  }
  return { status: 201, headers: { 'x-subject-token': sign(token) }, body: { token } }
}

/** As in Keystone, the one who asks needs a token too: a user may validate its own. */
function validateToken(request) {
  if (!verify(request.headers['x-auth-token'])) return unauthorized()
  const token = verify(request.headers['x-subject-token'])
  return token ? { status: 200, body: { token } } : failure(404, { message: 'Could not find token.' })
}

function withToken(respond) {
  return (request) => (verify(request.headers['x-auth-token']) ? respond(request) : unauthorized())
}

function sign(token) {
  const payload = Buffer.from(JSON.stringify(token)).toString('base64url')
  return `${payload}.${signature(payload)}`
}

/** The content of a token, or undefined when it is absent, forged or expired. */
function verify(text = '') {
  const [payload, given = ''] = text.split('.')
  const expected = Buffer.from(signature(payload))
  const actual = Buffer.from(given)
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return undefined
  const token = JSON.parse(Buffer.from(payload, 'base64url').toString())
  return Date.parse(token.expires_at) > Date.now() ? token : undefined
}

function signature(payload) {
  return createHmac('sha256', key).update(payload).digest('base64url')
}

async function readJson(request) {
  const chunks = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw Object.assign(new Error('The request is too large.'), { status: 413 })
    chunks.push(chunk)
  }
  try {
    return Object(JSON.parse(Buffer.concat(chunks).toString()))
  } catch {
    throw Object.assign(new Error('The request is not valid JSON.'), { status: 400 })
  }
}

function unauthorized() {
  return failure(401, { message: 'The request you have made requires authentication.' })
}

function failure(status, { message }) {
  return { status, body: { error: { code: status, message } } }
}

function required(name) {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

function portOf(text) {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 65535) throw new Error(`Not a port: ${text}`)
  return number
}
