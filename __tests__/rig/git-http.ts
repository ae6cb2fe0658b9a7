import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { freePort } from './ports.js'

/** A Git server over HTTP, as a forge is one, for the bare repositories of a folder. */
export interface GitHttp {
  url: string
  /** `authorization` headers that were sent, in their order; `undefined` for a question without one. */
  readonly asked: (string | undefined)[]
  /** Do what the next push asks for, and break off before its answer. */
  loseNextReply(): void
  stop(): Promise<void>
}

/** @param login what `authorization` has to be; without it, everybody is let in */
export async function gitHttp(folder: string, login?: string): Promise<GitHttp> {
  const asked: (string | undefined)[] = []
  let losing = false
  const server = createServer((request, response) => {
    asked.push(request.headers.authorization)
    if (login !== undefined && request.headers.authorization !== login) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end()
      return
    }
    const lost = losing && request.method === 'POST' && (request.url ?? '').endsWith('git-receive-pack')
    if (lost) losing = false
    backend(folder, request, response, lost)
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    loseNextReply: () => {
      losing = true
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** `git http-backend` speaks CGI: headers, an empty line, the body. */
function backend(folder: string, request: IncomingMessage, response: ServerResponse, lost: boolean): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const child = spawn('git', ['-c', 'http.receivepack=true', 'http-backend'], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REQUEST_METHOD: request.method,
      PATH_INFO: pathname,
      QUERY_STRING: searchParams.toString(),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: String(request.headers['content-encoding'] ?? ''),
      REMOTE_USER: 'test',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  request.pipe(child.stdin)
  child.stdin.on('error', () => {})
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.on('close', () => {
    if (lost) return void request.socket.destroy()
    const answer = Buffer.concat(chunks)
    const end = answer.indexOf('\r\n\r\n')
    for (const line of answer.subarray(0, end).toString('latin1').split('\r\n')) {
      const [name = '', value = ''] = line.split(': ')
      if (name === 'Status') response.statusCode = Number(value.slice(0, 3))
      else response.setHeader(name, value)
    }
    response.end(answer.subarray(end + 4))
  })
}
