import { randomUUID } from 'node:crypto'
import { info as coreInfo, endGroup, startGroup, warning } from '@actions/core'
import { messageOf } from '../platform/errors.js'
import type { Log } from '../platform/log.js'

/** The runner reads a line as a command when it begins with `::`, after blanks, or contains `##[`. */
const LIKE_A_COMMAND = /(?:^|[^\x21-\x7e])::|##\[/

export interface RunnerLog extends Log {
  /** Let the runner read workflow commands again after the output of a user's command. */
  resume(): void
}

/**
 * Progress in the runner's log. Each step is a group, which is always closed.
 *
 * The output of a user's command is printed between `::stop-commands::` and a random token, so that the runner executes
 * no workflow command in it.
 */
export function runnerLog(): RunnerLog {
  let token: string | undefined
  let depth = 0
  let printed: unknown

  const print = (line: string) => process.stdout.write(`${line}\n`)
  const stop = () => {
    if (token !== undefined) return
    token = `changeover-${randomUUID()}`
    print(`::stop-commands::${token}`)
  }
  const resume = () => {
    if (token === undefined) return
    print(`::${token}::`)
    token = undefined
  }
  const info = (message: string) => {
    resume()
    if (LIKE_A_COMMAND.test(message)) {
      stop()
      print(message)
      resume()
    } else coreInfo(message)
  }

  return {
    resume,
    info,
    warn(message) {
      resume()
      warning(message)
    },
    output(line) {
      stop()
      print(line)
    },
    async step(title, work) {
      const started = performance.now()
      const end = (mark: string) => {
        resume()
        depth--
        if (depth === 0) endGroup()
        info(`${mark} ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
      }
      // the runner supports one level of groups: an inner step is a line in the outer group
      if (depth === 0) {
        resume()
        startGroup(title)
      } else info(title)
      depth++
      try {
        const result = await work()
        end('✔')
        return result
      } catch (error) {
        // inside the group, after what led to it, and once: the error passes through the outer steps too
        if (error !== printed) info(messageOf(error))
        printed = error
        end('✖')
        throw error
      }
    },
  }
}
