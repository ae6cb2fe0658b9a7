import type { Problem } from '../../engine/rule.js'
import { type Section, type Statement, titleOf } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'
import { checkOf, httpSteps } from './shared/health-rules.js'

export default haproxyRule({
  id: 'haproxy/http-check-ignored',
  severity: 'error',
  summary: 'http-check rules without option httpchk',
  help: 'Without `option httpchk` HAProxy ignores all http-check rules: it only opens a connection, and a service that answers 503 to everything counts as healthy. HAProxy starts with no more than a warning. Put `option httpchk` before the first http-check rule, or into defaults.',
  example: { bad: EXAMPLE.replace('    option httpchk\n', ''), good: EXAMPLE },
  *check({ proxies, sections }) {
    const used = new Set<Section>()
    const inherited = new Set<Section>()
    for (const proxy of proxies) {
      if (!proxy.isBackend) continue
      const check = checkOf(proxy)
      const [step] = httpSteps(proxy)
      const isUsed = check === 'httpchk' || check === 'unknown'
      if (!isUsed && step) yield ignored(proxy.file, step, titleOf(proxy), check)
      for (const section of proxy.defaults) {
        inherited.add(section)
        if (isUsed) used.add(section)
      }
    }
    for (const section of sections) {
      const [step] = section.kind === 'defaults' ? httpSteps(section) : []
      if (step && inherited.has(section) && !used.has(section)) {
        yield ignored(section.file, step, titleOf(section), undefined)
      }
    }
  },
})

function ignored(file: string, { keyword }: Statement, where: string, check: string | undefined): Problem {
  const instead = check ? `its check is \`option ${check}\`` : 'an open port counts as healthy'
  return {
    file,
    range: keyword.range,
    message: `The http-check rules in ${where} are ignored, since nothing says \`option httpchk\`: ${instead}.`,
    help: 'Put `option httpchk` before them.',
  }
}
