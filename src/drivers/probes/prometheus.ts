import { askHttp, HttpFailure, type TlsTrust } from '../../platform/http.js'
import { shown } from './http-checks.js'
import { type Answer, bad, GOOD, inconclusive, type Probe } from './probe.js'

export interface PrometheusProbeOptions {
  name: string
  /** Where Prometheus is, without `/api`. */
  url: string
  query: string
  /** The same query for the other color; `undefined` when there is none to compare with. */
  otherQuery: string | undefined
  below?: number | undefined
  above?: number | undefined
  /** The most that the value may be, as a multiple of the other color's, with a margin on top. */
  atMost?: { times: number; margin: number } | undefined
  send?: Record<string, string> | undefined
  timeoutMs: number
  trust?: (() => Promise<TlsTrust | undefined>) | undefined
}

const MAX_BODY = 1024 * 1024

/**
 * Compares a value of Prometheus with thresholds or with the other color. Without a value, with several, with NaN or without
 * Prometheus the answer is inconclusive, never good.
 */
export function prometheusProbe(options: PrometheusProbeOptions): Probe {
  return {
    name: options.name,
    async ask(signal): Promise<Answer> {
      try {
        const end = performance.now() + options.timeoutMs
        const tls = await options.trust?.()
        const queries = [options.query, ...(options.otherQuery === undefined ? [] : [options.otherQuery])]
        const [own, other] = await Promise.all(
          queries.map((query) => askValue(query, options, { end, tls, signal })),
        )
        return own === undefined ? inconclusive('empty', 'no query was sent') : judge(own, other, options)
      } catch (error) {
        if (error instanceof HttpFailure) return inconclusive(error.kind, error.message)
        if (error instanceof NoValue) return inconclusive(error.reason, error.message)
        throw error
      }
    },
  }
}

function judge(own: number, other: number | undefined, options: PrometheusProbeOptions): Answer {
  const { below, above, atMost } = options
  if (below !== undefined && !(own < below)) return bad('threshold', `${own} is not below ${below}`)
  if (above !== undefined && !(own > above)) return bad('threshold', `${own} is not above ${above}`)
  if (atMost === undefined || other === undefined) return GOOD
  const most = atMost.times * other + atMost.margin
  if (own <= most) return GOOD
  return bad('comparison', `${own} is more than ${most}: ${atMost.times} times the other color's ${other}`)
}

class NoValue extends Error {
  constructor(
    readonly reason: string,
    message: string,
  ) {
    super(message)
  }
}

async function askValue(
  query: string,
  { url, send = {} }: PrometheusProbeOptions,
  { end, tls, signal }: { end: number; tls: TlsTrust | undefined; signal: AbortSignal },
): Promise<number> {
  const address = new URL(`${url.replace(/\/+$/, '')}/api/v1/query`)
  address.search = String(new URLSearchParams({ query }))
  const { status, body } = await askHttp({
    url: address.href,
    headers: send,
    timeoutMs: Math.max(1, Math.round(end - performance.now())),
    maxBody: MAX_BODY,
    longBody: 'refuse',
    tls,
    signal,
  })
  const where = shown(url)
  const answer = parse(body)
  if (status !== 200 || answer?.status !== 'success') {
    const error = typeof answer?.error === 'string' ? `: ${answer.error.slice(0, 200)}` : ''
    throw new NoValue('status', `${where} answered ${status}${error}`)
  }
  if (Array.isArray(answer.warnings) && answer.warnings.length > 0) {
    throw new NoValue('warnings', `${where} warns: ${String(answer.warnings[0]).slice(0, 200)}`)
  }
  return sampleOf(answer.data, where)
}

interface QueryAnswer {
  status?: unknown
  error?: unknown
  warnings?: unknown
  data?: { resultType?: unknown; result?: unknown }
}

function parse(body: string): QueryAnswer | undefined {
  try {
    const data: unknown = JSON.parse(body)
    return typeof data === 'object' && data !== null ? data : undefined
  } catch {
    return undefined
  }
}

/** The one sample of a scalar, or of a vector that has just one. */
function sampleOf(data: QueryAnswer['data'], where: string): number {
  const { resultType, result } = data ?? {}
  if (!Array.isArray(result)) throw new NoValue('json', `${where} answered without a result`)
  if (resultType === 'scalar') return numberOf(result)
  if (resultType !== 'vector') throw new NoValue('json', 'the query gives neither a number nor a vector')
  if (result.length === 0) throw new NoValue('empty', 'the query finds nothing')
  if (result.length > 1) throw new NoValue('several', `the query finds ${result.length} series: sum them up`)
  const [first] = result as { value?: unknown }[]
  return numberOf(first?.value)
}

function numberOf(sample: unknown): number {
  const text: unknown = Array.isArray(sample) ? sample[1] : undefined
  const value = typeof text === 'string' && text !== '' ? Number(text.replace('Inf', 'Infinity')) : Number.NaN
  if (Number.isNaN(value)) throw new NoValue('nan', 'the query gives no number')
  return value
}
