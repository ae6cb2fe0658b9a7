/**
 * The core's messages about its progress, for people. The CLI prints them to standard error, an action in groups of the
 * runner's log. Results for machines do not go through here.
 */
export interface Log {
  info(message: string): void
  warn(message: string): void
  /** One line of a user's command. */
  output(line: string): void
  /** Run `work` as a step with a title and a duration. The step is closed also when the work fails. */
  step<T>(title: string, work: () => Promise<T>): Promise<T>
}

/** A log that drops all messages. */
export const silentLog: Log = {
  info: () => {},
  warn: () => {},
  output: () => {},
  step: (_title, work) => work(),
}
