import { setFlagsFromString } from 'node:v8'

/**
 * Configure V8 for a process that runs much code for a second or two: Maglev's fast code pays off, TurboFan's does not.
 * Call it before the work begins. This saves 16 to 20 % of the CPU time of validate: 0.48 s in place of 0.60 s for 755
 * files of real repositories. A V8 without Maglev stays as it is.
 */
export function expectShortRun(): void {
  const hasMaglev = Number.parseInt(process.versions.v8, 10) >= 13 && /^(?:x64|arm64)$/.test(process.arch)
  if (!hasMaglev) return
  setFlagsFromString('--no-opt')
  setFlagsFromString('--invocation-count-for-maglev=1000')
}
