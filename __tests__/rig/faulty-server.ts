import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  body: Buffer
}

export interface Reply {
  status: number
  headers?: Record<string, string>
  /** An object is sent as JSON. */
  body?: object | string | Buffer
}

/** What happens to the next calls instead of an answer. */
export type Fault =
  | { kind: 'status'; status: number; body?: object | string; headers?: Record<string, string> }
  | { kind: 'hang' }
  /** The connection is cut after some bytes of the answer. */
  | { kind: 'cut'; after: number }
  /** The first bytes come, the rest never does. */
  | { kind: 'stall'; after: number }

/** An HTTP server on loopback whose next calls can be made to fail. Everything that it received is kept. */
export class FaultyServer {
  readonly received: Received[] = []
  /** Taken one by one by calls whose method and path match. */
  readonly faults: { match: RegExp; fault: Fault }[] = []

  private constructor(private readonly server: Server) {}

  static async start(answer: (call: Received) => Reply | Promise<Reply>): Promise<FaultyServer> {
    const server = createServer()
    const faulty = new FaultyServer(server)
    server.on('request', (request, response) => {
      faulty.handle(request, response, answer).catch((error) => {
        if (!response.headersSent) response.writeHead(500)
        response.end(String(error))
      })
    })
    await new Promise<void>((done, fail) => {
      server.once('error', fail)
      server.listen(0, '127.0.0.1', done)
    })
    return faulty
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** The next `times` calls like `match`, for example `/^GET .*artifacts/`, fail. */
  fail(match: RegExp, fault: Fault, times = 1): void {
    for (let n = 0; n < times; n++) this.faults.push({ match, fault })
  }

  /** Methods and paths of what was received, in order. */
  calls(): string[] {
    return this.received.map(({ method, path }) => `${method} ${path}`)
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise<void>((done) => this.server.close(() => done()))
  }

  private async handle(
    request: IncomingMessage,
    response: ServerResponse,
    answer: (call: Received) => Reply | Promise<Reply>,
  ): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://x')
    const method = request.method ?? 'GET'
    const at = this.faults.findIndex(({ match }) => match.test(`${method} ${url.pathname}`))
    const [taken] = at === -1 ? [] : this.faults.splice(at, 1)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const call = {
      ...{ method, path: url.pathname, query: url.searchParams, headers: request.headers },
      body: Buffer.concat(chunks),
    }
    this.received.push(call)
    const fault = taken?.fault
    if (fault?.kind === 'hang') return
    const reply = fault?.kind === 'status' ? fault : await answer(call)
    const { content, type } = bytesOf(reply.body)
    response.writeHead(reply.status, { ...type, ...reply.headers, 'content-length': content.length })
    if (fault?.kind !== 'cut' && fault?.kind !== 'stall') {
      response.end(method === 'HEAD' ? undefined : content)
      return
    }
    response.write(content.subarray(0, fault.after), () => {
      if (fault.kind === 'cut') setTimeout(() => response.destroy(), 20)
    })
  }
}

function bytesOf(body: Reply['body']): { content: Buffer; type: Record<string, string> } {
  if (body === undefined) return { content: Buffer.alloc(0), type: {} }
  if (Buffer.isBuffer(body)) return { content: body, type: { 'content-type': 'application/octet-stream' } }
  if (typeof body === 'string') return { content: Buffer.from(body), type: { 'content-type': 'text/plain' } }
  return { content: Buffer.from(JSON.stringify(body)), type: { 'content-type': 'application/json' } }
}
