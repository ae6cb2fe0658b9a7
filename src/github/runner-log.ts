import { randomUUID } from 'node:crypto'
import { info as coreInfo, endGroup, startGroup, warning } from '@actions/core'
import { messageOf } from '../platform/errors.js'
import type { Log } from '../platform/log.js'

/** The runner takes a line for a command when it begins with `::` after blanks, or has `##[` anywhere. */
const LIKE_A_COMMAND = /(?:^|[^\x21-\x7e])::|##\[/

export interface RunnerLog extends Log {
  /** Let the runner read workflow commands again, after the output of a user's command. */
  resume(): void
}

/**
 * Progress in the runner's log: each step a group that is always closed.
 *
 * What a user's command prints stands between `::stop-commands::` and its token, which nobody can guess, so that
 * nothing in it is carried out as a workflow command.
 */
export function runnerLog(): RunnerLog {
  let token: string | undefined
  let depth = 0
  let told: unknown

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
      // the runner knows one level of groups: an inner step is a line in the outer one's
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
        // in the group, beside what led to it, and once: it passes through the outer steps too
        if (error !== told) info(messageOf(error))
        told = error
        end('✖')
        throw error
      }
    },
  }
}
