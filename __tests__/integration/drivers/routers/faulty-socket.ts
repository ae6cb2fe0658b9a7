import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** What stands between the router and a real stats socket. */
export interface FaultySocket {
  path: string
  /** Every command that came, in order; its first line. */
  commands: string[]
  /** Hand the commands that are `late` to HAProxy now. */
  deliverLate(): Promise<void>
  stop(): Promise<void>
}

/**
 * What becomes of a command: `pass` it on; `drop` it and its connection; `hang` and never answer; `swallow` the answer
 * of what was passed on, or cut it in `half`, or `stall` after that half; drop the connection but deliver the command `late`;
 * pass it on `after` something else has happened; or answer something else.
 */
export type Fault = (
  command: string,
) =>
  | 'pass'
  | 'drop'
  | 'hang'
  | 'swallow'
  | 'half'
  | 'stall'
  | 'late'
  | { after: Promise<unknown> }
  | { answer: string | Buffer }

/** Listen at `path` in front of the stats socket at `real`. */
export async function startFaultySocket(path: string, real: string, fault: Fault): Promise<FaultySocket> {
  const commands: string[] = []
  const late: Buffer[] = []
  const open = new Set<Socket>()
  const server: Server = createServer((client) => {
    open.add(client)
    client.on('error', () => client.destroy())
    client.on('close', () => open.delete(client))
    client.once('data', (command) => {
      const [text = ''] = command.toString('latin1').split('\n')
      commands.push(text)
      const fate = fault(text)
      const passOn = () => {
        const upstream = connect(real)
        upstream.on('error', () => client.destroy())
        upstream.write(command)
        if (fate === 'pass' || typeof fate === 'object') upstream.pipe(client)
        return upstream
      }
      if (fate === 'late') late.push(command)
      if (fate === 'drop' || fate === 'late') return client.destroy()
      if (fate === 'hang') return
      if (typeof fate === 'object' && 'answer' in fate) return client.end(fate.answer)
      if (typeof fate === 'object') {
        fate.after.then(passOn, () => client.destroy())
        return
      }
      const upstream = passOn()
      if (fate === 'half') upstream.once('data', (chunk) => client.end(chunk.subarray(0, chunk.length / 2)))
      if (fate === 'stall')
        upstream.once('data', (chunk) => client.write(chunk.subarray(0, chunk.length / 2)))
      if (fate === 'swallow') upstream.on('data', () => {}).on('end', () => client.destroy())
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  return {
    path,
    commands,
    async deliverLate() {
      for (const command of late) {
        const upstream = connect(real)
        upstream.end(command)
        upstream.resume()
        await once(upstream, 'close')
      }
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const client of open) client.destroy()
      }),
  }
}
