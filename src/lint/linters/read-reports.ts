import { messageOf } from '../../platform/errors.js'
import { freshReports, MAX_REPORT_BYTES } from '../../platform/report-files.js'
import { readJUnitReport } from './junit-report.js'
import { KEPT_FINDINGS, type Report } from './reported.js'
import { readSarif } from './sarif.js'

const READERS: Record<'sarif' | 'junit', (content: string) => Report> = {
  sarif: readSarif,
  junit: readJUnitReport,
}

/** All reports of a linter merged into one; `undefined` without any. */
export async function readReports(
  format: 'sarif' | 'junit',
  from: { output: ReportOutput } | { folder: string; glob: string; since: number },
): Promise<Report | undefined> {
  const reports: Report[] = []
  const files = 'output' in from ? from.output.reports() : freshReports(from.folder, from.glob, from.since)
  for await (const { path, text } of files) {
    try {
      reports.push(READERS[format](text))
    } catch (error) {
      throw new Error(
        `${path} is not a valid ${format === 'sarif' ? 'SARIF' : 'JUnit'} report: ${messageOf(error)}`,
        {
          cause: error,
        },
      )
    }
  }
  return reports.length > 0 ? merged(reports) : undefined
}

function merged(reports: readonly Report[]): Report {
  const all = reports.flatMap(({ findings }) => findings)
  const findings = all.slice(0, KEPT_FINDINGS)
  const more = reports.reduce((sum, report) => sum + report.more, all.length - findings.length)
  const broken = reports.find((report) => report.broken !== undefined)?.broken
  const ran = reports.some(({ ran }) => ran !== undefined)
    ? reports.reduce((sum, report) => sum + (report.ran ?? 0), 0)
    : undefined
  return {
    findings,
    more,
    ...(broken === undefined ? {} : { broken }),
    ...(ran === undefined ? {} : { ran }),
  }
}

/** A report on standard output. */
export class ReportOutput {
  private readonly chunks: Buffer[] = []
  private size = 0

  readonly take = (chunk: Buffer): void => {
    this.size += chunk.length
    if (this.size <= MAX_REPORT_BYTES) this.chunks.push(chunk)
  }

  /** The output, up to the limit. */
  bytes(): Buffer {
    return Buffer.concat(this.chunks)
  }

  *reports(): Iterable<{ path: string; text: string }> {
    if (this.size > MAX_REPORT_BYTES)
      throw new Error(`standard output is larger than ${MAX_REPORT_BYTES} bytes`)
    const text = this.bytes().toString('utf8')
    if (text.trim() !== '') yield { path: 'standard output', text }
  }
}
