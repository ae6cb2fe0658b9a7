import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

/** A TCP server on loopback that does with each connection what it is told, and nothing more. */
export class RawServer {
  private readonly sockets = new Set<Socket>()
  private readonly server
  /** Connections that came. */
  connections = 0

  private constructor(handle: (socket: Socket) => void) {
    this.server = createServer((socket) => {
      this.connections++
      this.sockets.add(socket)
      socket.on('close', () => this.sockets.delete(socket))
      socket.on('error', () => {})
      handle(socket)
    })
  }

  static async start(handle: (socket: Socket) => void): Promise<RawServer> {
    const raw = new RawServer(handle)
    await new Promise<void>((done, fail) => {
      raw.server.once('error', fail)
      raw.server.listen(0, '127.0.0.1', done)
    })
    return raw
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy()
    await new Promise<void>((done) => this.server.close(() => done()))
  }
}
