import { styleText } from 'node:util'
import yoctoSpinner from 'yocto-spinner'
import type { Log } from '../platform/log.js'

/** With control characters, the output of a command could change other text on the screen. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
const ANSI = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g

/**
 * Progress on stderr, since stdout is for results: a spinner on a terminal, plain lines in a log.
 *
 * @param verbose also print the output of the user's commands
 */
export function terminalLog(verbose: boolean): Log {
  const stream = process.stderr
  const terminal = stream.isTTY === true && !verbose
  const style = (format: 'green' | 'red' | 'yellow' | 'dim', text: string) =>
    styleText(format, text, { stream, validateStream: true })
  const line = (text: string) => stream.write(`${text}\n`)
  let spinner: ReturnType<typeof yoctoSpinner> | undefined

  const log: Log = {
    info: (message) => line(message),
    warn: (message) => line(style('yellow', `! ${message}`)),
    output: (text) => {
      if (verbose) line(style('dim', `  | ${text.replace(ANSI, '').replace(CONTROL, '')}`))
    },
    async step(title, work) {
      const started = performance.now()
      const seconds = () => style('dim', `(${((performance.now() - started) / 1000).toFixed(1)} s)`)
      if (terminal) spinner = yoctoSpinner({ text: title, stream }).start()
      else if (verbose) line(`… ${title}`)
      try {
        const result = await work()
        spinner?.stop()
        line(`${style('green', '✔')} ${title} ${seconds()}`)
        return result
      } catch (error) {
        spinner?.stop()
        line(`${style('red', '✖')} ${title} ${seconds()}`)
        throw error
      } finally {
        spinner = undefined
      }
    },
  }
  return log
}
