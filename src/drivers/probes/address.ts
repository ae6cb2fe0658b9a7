/** A URL as messages show it: without a password, and without what was asked for in the query. */
export function shown(text: string): string {
  const url = new URL(text)
  return `${url.origin}${url.pathname}${url.search ? '?…' : ''}`
}
