import { pathToFileURL } from 'node:url'
import type { Finding, Severity } from '../../lint/engine/finding.js'
import { worstFirst } from '../../lint/engine/finding.js'
import type { RulePage } from '../../lint/engine/rule.js'
import { ruleMarkdown, ruleTextPlain } from './rule-help.js'
import { type FindingsView, pathInRepository } from './view.js'

const LEVELS = { error: 'error', warning: 'warning', notice: 'note' } as const satisfies Record<
  Severity,
  string
>
const ROOT = '%SRCROOT%'

/** GitHub stores the first results of a run, and accepts this many runs in a file. */
const RESULTS_PER_RUN = 5_000
const RUNS_PER_FILE = 20

/**
 * Findings as SARIF 2.1.0.
 *
 * With a base, the older findings are in it too, as unchanged: a reader that compares files would take them for fixed.
 *
 * One run, unless there are more results than GitHub stores: then several, the most severe findings first, each in a
 * category of its own.
 *
 * @param pages all rules
 * @param docs the URL of the pages of the rules, with `/` at the end
 */
export function validateSarif(view: FindingsView, pages: readonly RulePage[], docs?: string): object {
  const findings = [...worstFirst(view.result.findings), ...worstFirst(view.known)]
  const size = Math.max(RESULTS_PER_RUN, Math.ceil(findings.length / RUNS_PER_FILE))
  const parts = [findings.slice(0, size)]
  for (let at = size; at < findings.length; at += size) parts.push(findings.slice(at, at + size))
  const rules = rulesOf(findings, pages, docs)
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: parts.map((part, index) => run(view, part, rules, index)),
  }
}

function run(view: FindingsView, findings: readonly Finding[], rules: object[], index: number): object {
  const ruleIndex = new Map(rules.map((rule, at) => [(rule as { id: string }).id, at]))
  const known = new Set(view.known)
  const files = [...new Set(findings.map(({ file }) => file))]
  const fileIndex = new Map(files.map((file, at) => [file, at]))
  const part = index === 0 ? '' : `part-${index + 1}/`
  return {
    tool: { driver: { name: 'Changeover', version: view.version, semanticVersion: view.version, rules } },
    // for GitHub, the text before the last slash is the category: the folders of a repository need different ones
    automationDetails: { id: `changeover-validate/${view.prefix}${part}` },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      [ROOT]: {
        uri: pathToFileURL(`${view.top}/`).href,
        description: { text: 'The top folder of the repository.' },
      },
    },
    artifacts: files.map((file) => ({ location: { uri: uriOf(view, file), uriBaseId: ROOT } })),
    invocations: [{ executionSuccessful: true }],
    results: findings.map((finding) => ({
      ruleId: finding.rule,
      ruleIndex: ruleIndex.get(finding.rule) ?? -1,
      level: LEVELS[finding.severity],
      message: { text: plain(`${sentence(finding.message)} ${finding.help}`.trim()) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: uriOf(view, finding.file),
              uriBaseId: ROOT,
              index: fileIndex.get(finding.file) ?? -1,
            },
            region: {
              startLine: finding.line,
              startColumn: finding.column,
              endLine: finding.end_line,
              endColumn: finding.end_column,
            },
          },
        },
      ],
      partialFingerprints: { 'changeover/v1': finding.fingerprint },
      ...(view.result.base === null ? {} : { baselineState: known.has(finding) ? 'unchanged' : 'new' }),
    })),
  }
}

/** All rules, and those of the repository's own linters that have findings. */
function rulesOf(findings: readonly Finding[], pages: readonly RulePage[], docs?: string): object[] {
  const known = new Set(pages.map(({ id }) => id))
  const others = [...new Set(findings.map(({ rule }) => rule))].filter((id) => !known.has(id))
  return [
    ...pages.map((page) => descriptor(page, docs)),
    ...others.map((id) => ({ id, properties: { tags: tagsOf(id) } })),
  ]
}

function descriptor(page: RulePage, docs: string | undefined): object {
  const { id, severity, summary, help } = page
  return {
    id,
    name: id,
    shortDescription: { text: plain(sentence(summary)) },
    fullDescription: { text: plain(help) },
    help: { text: ruleTextPlain(page), markdown: ruleMarkdown(page) },
    ...(docs === undefined ? {} : { helpUri: new URL(`${id}.md`, docs).href }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: tagsOf(id), 'problem.severity': problemSeverity(severity) },
  }
}

function tagsOf(id: string): string[] {
  return ['openstack', id.split('/')[0] ?? '']
}

function problemSeverity(severity: Severity): string {
  return severity === 'notice' ? 'recommendation' : severity
}

function uriOf(view: FindingsView, file: string): string {
  return pathInRepository(view, file).split('/').map(encodeURIComponent).join('/')
}

function sentence(text: string): string {
  const begun = text.slice(0, 1).toUpperCase() + text.slice(1)
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`
}

/** Plain text in SARIF can have links to other places of the file. Ours has none. */
function plain(text: string): string {
  return text.replaceAll('](', '] (')
}
