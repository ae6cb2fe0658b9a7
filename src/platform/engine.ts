import { setFlagsFromString } from 'node:v8'

/**
 * Tell V8 that this process works for a second or two, through much code once: Maglev's quick code is all that pays off.
 * TurboFan would take a fifth of the CPU time for code that is hardly run before the process ends. To be called before
 * the work begins. An older V8, or one for another processor, has no Maglev and stays as it is.
 */
export function expectShortRun(): void {
  const hasMaglev = Number.parseInt(process.versions.v8, 10) >= 13 && /^(?:x64|arm64)$/.test(process.arch)
  if (!hasMaglev) return
  setFlagsFromString('--no-opt')
  setFlagsFromString('--invocation-count-for-maglev=1000')
}
