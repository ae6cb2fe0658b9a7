import { connect } from 'node:net'
import { askHttp } from '../../src/platform/http.js'

/** Whether somebody accepts connections there. */
export function listens(target: { port: number } | { path: string }): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect('port' in target ? { ...target, host: '127.0.0.1' } : target)
    const done = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(1_000, () => done(false))
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
  })
}

/** Whether an API answers there in earnest: a greeting, or a request to log in. */
export async function answers(url: string): Promise<boolean> {
  try {
    const { status } = await askHttp({ url, timeoutMs: 5_000 })
    return (status >= 200 && status < 400) || status === 401
  } catch {
    return false
  }
}
