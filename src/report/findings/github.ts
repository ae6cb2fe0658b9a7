import { type Finding, worstFirst } from '../../lint/engine/finding.js'
import { type FindingsView, pathInRepository } from './view.js'

/** Findings as workflow commands, the most severe first. A runner of GitHub or Gitea shows them beside the lines. */
export function validateGithub(view: Pick<FindingsView, 'result' | 'prefix'>): string {
  return worstFirst(view.result.findings)
    .map((finding) => command(finding, pathInRepository(view, finding.file)))
    .join('')
}

function command({ severity, rule, message, help, ...at }: Finding, file: string): string {
  // a runner accepts columns only within one line
  const columns = at.line === at.end_line ? { col: at.column, endColumn: at.end_column } : {}
  const properties = Object.entries({ title: rule, file, line: at.line, endLine: at.end_line, ...columns })
  const list = properties.map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
  return `::${severity} ${list.join(',')}::${escapedData(`${message}\n${help}`)}\n`
}

/** The text can also be printed on a terminal. */
const CONTROL = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

function escapedData(text: string): string {
  return text
    .replace(CONTROL, '\ufffd')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
