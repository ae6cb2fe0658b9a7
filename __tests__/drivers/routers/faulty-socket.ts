import { connect, createServer, type Server, type Socket } from 'node:net'

/** What stands between the router and a real stats socket. */
export interface FaultySocket {
  path: string
  /** Every command that came, in order; its first line. */
  commands: string[]
  stop(): Promise<void>
}

/**
 * What becomes of a command: `pass` it on; `drop` it and its connection; `hang` and never answer; `swallow` the answer
 * of what was passed on; or answer something else.
 */
export type Fault = (command: string) => 'pass' | 'drop' | 'hang' | 'swallow' | { answer: string }

/** Listen at `path` in front of the stats socket at `real`. */
export async function startFaultySocket(path: string, real: string, fault: Fault): Promise<FaultySocket> {
  const commands: string[] = []
  const open = new Set<Socket>()
  const server: Server = createServer((client) => {
    open.add(client)
    client.on('error', () => client.destroy())
    client.on('close', () => open.delete(client))
    client.once('data', (command) => {
      const [text = ''] = command.toString('latin1').split('\n')
      commands.push(text)
      const fate = fault(text)
      if (fate === 'drop') return client.destroy()
      if (fate === 'hang') return
      if (typeof fate === 'object') return client.end(fate.answer)
      const upstream = connect(real)
      upstream.on('error', () => client.destroy())
      upstream.write(command)
      if (fate === 'pass') upstream.pipe(client)
      else upstream.on('data', () => {}).on('end', () => client.destroy())
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  return {
    path,
    commands,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const client of open) client.destroy()
      }),
  }
}
