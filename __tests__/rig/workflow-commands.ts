/** A workflow command that the runner would carry out. */
export interface WorkflowCommand {
  name: string
  properties: Record<string, string>
  message: string
}

/** Names that the runner knows; a line with another one is plain text. */
const KNOWN = [
  'add-mask',
  'add-matcher',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-output',
  'stop-commands',
  'warning',
]

/**
 * What the runner makes of a step's stdout: its commands, unescaped, except between `::stop-commands::` and the
 * token. Lines also end at a lone carriage return, since the runner's reader ends them there.
 */
export function parseWorkflowCommands(stdout: string): WorkflowCommand[] {
  const commands: WorkflowCommand[] = []
  let token: string | undefined
  for (const line of stdout.split(/\r\n|\r|\n/)) {
    const command = parseLine(line, token === undefined ? KNOWN : [token])
    if (!command) continue
    if (token !== undefined) token = undefined
    else if (command.name === 'stop-commands') token = command.message
    else commands.push(command)
  }
  return commands
}

function parseLine(line: string, known: readonly string[]): WorkflowCommand | undefined {
  const [, head, message] = /^\s*::(.*?)::(.*)$/.exec(line) ?? /##\[(.*?)\](.*)$/.exec(line) ?? []
  if (head === undefined || message === undefined) return undefined
  const blank = head.indexOf(' ')
  const name = blank === -1 ? head : head.slice(0, blank)
  if (!known.includes(name)) return undefined
  const properties: Record<string, string> = {}
  for (const pair of blank === -1 ? [] : head.slice(blank + 1).split(',')) {
    const equals = pair.indexOf('=')
    if (equals > 0) properties[pair.slice(0, equals).trim()] = unescaped(pair.slice(equals + 1), true)
  }
  return { name, properties, message: unescaped(message, false) }
}

function unescaped(text: string, property: boolean): string {
  const plain = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n')
  const whole = property ? plain.replaceAll('%3A', ':').replaceAll('%2C', ',') : plain
  return whole.replaceAll('%25', '%')
}
