import type { Finding } from '../lint/engine/finding.js'
import { worstFirst } from '../lint/engine/finding.js'
import { type FindingsView, pathInRepository } from './findings-view.js'

/** Findings as workflow commands, which a runner of GitHub or Gitea shows beside the lines, the worst first. */
export function validateGithub(view: Pick<FindingsView, 'result' | 'prefix'>): string {
  return worstFirst(view.result.findings)
    .map((finding) => command(finding, pathInRepository(view, finding.file)))
    .join('')
}

function command({ severity, rule, message, help, ...at }: Finding, file: string): string {
  // a runner takes columns for places within one line only
  const columns = at.line === at.end_line ? { col: at.column, endColumn: at.end_column } : {}
  const properties = Object.entries({ title: rule, file, line: at.line, endLine: at.end_line, ...columns })
  const said = properties.map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
  return `::${severity} ${said.join(',')}::${escapedData(`${message}\n${help}`)}\n`
}

/** A terminal, too, is to see no more than text. */
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
