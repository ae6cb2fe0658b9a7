/** `412 ms`, `12.3 s`, `4 min 05 s`, `1 h 04 min`. */
export function duration(ms: number): string {
  if (ms < 999.5) return `${Math.round(ms)} ms`
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${twoDigits(seconds % 60)} s`
  const minutes = Math.round(seconds / 60)
  return `${Math.floor(minutes / 60)} h ${twoDigits(minutes % 60)} min`
}

/** Milliseconds between two times in ISO 8601; `undefined` without an end. */
export function elapsed(from: string, to: string | null): number | undefined {
  return to === null ? undefined : Date.parse(to) - Date.parse(from)
}

/** `512 B`, `12.3 KiB`, `1.0 MiB`. */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kib = bytes / 1024
  return kib < 1023.95 ? `${kib.toFixed(1)} KiB` : `${(kib / 1024).toFixed(1)} MiB`
}

/** `1,234`. `toLocaleString` would load the data of all languages, which takes 9 ms. */
export function digits(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** `1 file`, `1,234 files`. */
export function count(n: number, noun: string): string {
  return `${digits(n)} ${noun}${n === 1 ? '' : 's'}`
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0')
}
