import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

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

/** The heap is let grow to this without a word, in bytes. */
const PLENTY = 200 * 1024 * 1024

let next = PLENTY
let collect: (() => void) | undefined

/**
 * To be called between two large pieces of work: V8 lets garbage pile up to several times what is in use, and a runner
 * has little memory. It collects when the heap has come to 200 MiB, and again whenever it has doubled since; a
 * collection then costs about as much time as it saves.
 */
export function tidyHeap(): void {
  if (process.memoryUsage().heapUsed < next) return
  collect ??= collector()
  collect()
  next = Math.max(PLENTY, 2 * process.memoryUsage().heapUsed)
}

/** V8's own collector, which Node shows to no program that was not started with a flag. */
function collector(): () => void {
  setFlagsFromString('--expose-gc')
  const found: unknown = runInNewContext('typeof gc === "function" ? gc : undefined')
  return typeof found === 'function' ? () => void found() : () => {}
}
