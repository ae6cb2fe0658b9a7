/** Whether results on stdout are for a person's terminal. */
export function textOptions(): { color: boolean } {
  const { NO_COLOR, FORCE_COLOR } = process.env
  if (NO_COLOR) return { color: false }
  return { color: process.stdout.isTTY === true || (FORCE_COLOR !== undefined && FORCE_COLOR !== '0') }
}
