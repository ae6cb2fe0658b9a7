import { XMLBuilder } from 'fast-xml-parser'
import { type Finding, failingSeverities } from '../../lint/engine/finding.js'
import { byFile, type FindingsView, grouped, pathInRepository } from './view.js'

/**
 * Findings as JUnit XML: a suite for each file that was checked, with a case for each rule that has findings. A case fails
 * if a finding counts for `failOn`; other findings are in its output. A file without findings is one case that passes.
 */
export function validateJunit(view: FindingsView): string {
  const found = byFile(view.result.findings)
  const files = [...new Set([...view.checked.keys(), ...found.keys()])].sort()
  const suites = files.map((file) => suite(view, file, found.get(file) ?? []))
  const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true })
  const document = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': 'changeover validate',
      '@tests': total(suites, '@tests'),
      '@failures': total(suites, '@failures'),
      '@errors': '0',
      '@time': '0',
      testsuite: suites,
    },
  }
  return String(builder.build(document)).trimEnd().concat('\n')
}

interface Suite {
  '@name': string
  '@tests': string
  '@failures': string
  testcase: object[]
  [attribute: string]: unknown
}

function suite(view: FindingsView, file: string, findings: readonly Finding[]): Suite {
  const rules = [...grouped(findings, ({ rule }) => rule)]
  const bad = failingSeverities(view.failOn)
  const isBad = ({ severity }: Finding) => bad.includes(severity)
  const path = attribute(pathInRepository(view, file))
  const testcase = (name: string, line: number, more: object) => ({
    '@classname': path,
    '@name': attribute(name),
    '@file': path,
    '@line': String(line),
    '@time': '0',
    ...more,
  })
  return {
    '@name': path,
    '@tests': String(Math.max(1, rules.length)),
    '@failures': String(rules.filter(([, group]) => group.some(isBad)).length),
    '@errors': '0',
    '@skipped': '0',
    '@time': '0',
    testcase:
      rules.length === 0
        ? [testcase('no findings', 1, {})]
        : rules.map(([rule, group]) =>
            testcase(rule, group[0]?.line ?? 1, {
              ...failureOf(group.filter(isBad)),
              ...outputOf(group.filter((finding) => !isBad(finding))),
            }),
          ),
  }
}

function failureOf(findings: readonly Finding[]): object {
  const [first] = findings
  if (!first) return {}
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : ''
  return {
    failure: {
      '@message': attribute(`${first.line}:${first.column} ${first.message}${more}`),
      '@type': first.severity,
      '#text': findings.map(described).join(''),
    },
  }
}

function outputOf(findings: readonly Finding[]): object {
  return findings.length === 0 ? {} : { 'system-out': findings.map(described).join('') }
}

function described({ file, line, column, severity, message, help }: Finding): string {
  return `${attribute(`${file}:${line}:${column}: ${severity}: ${message}`)}\n  ${attribute(help)}\n`
}

/** Characters that XML, or an attribute, cannot have, as their codes. */
function attribute(text: string): string {
  return text.replace(/[\p{Cc}\ufffe\uffff]|\p{Cs}/gu, (char) => {
    const code = char.charCodeAt(0)
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`
  })
}

function total(suites: readonly Suite[], key: '@tests' | '@failures'): string {
  return String(suites.reduce((sum, each) => sum + Number(each[key]), 0))
}
