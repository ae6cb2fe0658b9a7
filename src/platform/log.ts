/**
 * Where the core tells people what it is doing. The CLI prints to stderr (a spinner on a terminal, plain lines
 * in a log); an action prints runner log groups. Machine output never goes through here.
 */
export interface Log {
  info(message: string): void
  warn(message: string): void
  /** One raw line of a user's command. */
  output(line: string): void
  /** Run `work` as one titled, timed step; the title is closed whether it ends well or not. */
  step<T>(title: string, work: () => Promise<T>): Promise<T>
}

/** A log that says nothing. */
export const silentLog: Log = {
  info: () => {},
  warn: () => {},
  output: () => {},
  step: (_title, work) => work(),
}
