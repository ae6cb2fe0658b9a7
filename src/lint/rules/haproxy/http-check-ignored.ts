import type { Report } from '../../engine/rule.js'
import { checkOf, httpSteps } from '../../readers/haproxy/health-check.js'
import { type Section, type Statement, titleOf } from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

export default haproxyRule({
  id: 'haproxy/http-check-ignored',
  severity: 'error',
  summary: 'http-check rules without option httpchk',
  help: 'Without `option httpchk`, HAProxy ignores all http-check rules. It only opens a connection, so a service that answers every request with 503 counts as healthy. HAProxy starts and prints only a warning. Add `option httpchk` before the first http-check rule, or to defaults.',
  example: { bad: EXAMPLE.replace('    option httpchk\n', ''), good: EXAMPLE },
  check({ proxies, sections }, report) {
    const used = new Set<Section>()
    const inherited = new Set<Section>()
    for (const proxy of proxies) {
      if (!proxy.isBackend) continue
      const check = checkOf(proxy)
      const [step] = httpSteps(proxy)
      const isUsed = check === 'httpchk' || check === 'unknown'
      if (!isUsed && step) reportIgnored(report, proxy, step, check)
      for (const section of proxy.defaults) {
        inherited.add(section)
        if (isUsed) used.add(section)
      }
    }
    for (const section of sections) {
      const [step] = section.kind === 'defaults' ? httpSteps(section) : []
      if (step && inherited.has(section) && !used.has(section)) {
        reportIgnored(report, section, step, undefined)
      }
    }
  },
})

function reportIgnored(
  report: Report,
  section: Section,
  { keyword }: Statement,
  check: string | undefined,
): void {
  const instead = check ? `its check is \`option ${check}\`` : 'an open port counts as healthy'
  report(
    { file: section.file, range: keyword.range },
    `HAProxy ignores the http-check rules in ${titleOf(section)} because \`option httpchk\` is missing: ${instead}.`,
    'Add `option httpchk` before them.',
  )
}
