import type { Problem } from '../../engine/rule.js'
import type { Deployment } from './deployment.js'
import type { Setting } from './settings.js'

/** The first of these variables that the deployment itself sets. */
export function ownSetting({ settings, own }: Deployment, ...names: readonly string[]): Setting | undefined {
  for (const name of names) {
    const setting = settings.get(name)
    if (setting && own.has(setting.file)) return setting
  }
  return undefined
}

/** A problem with a variable's value. */
export function atValue(
  { file, range }: Setting,
  message: string,
  help: string,
  severity?: Problem['severity'],
): Problem {
  return { file, range, message, help, ...(severity && { severity }) }
}

/** A problem with a variable as such. */
export function atKey(
  { file, keyRange }: Setting,
  message: string,
  help: string,
  severity?: Problem['severity'],
): Problem {
  return { file, range: keyRange, message, help, ...(severity && { severity }) }
}
