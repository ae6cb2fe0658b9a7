import type { Problem } from '../../engine/rule.js'
import { verdictOn } from '../../readers/haproxy/places.js'
import { titleOf } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'

const HELP: Readonly<Record<string, string>> = {
  frontend: 'Move it to a backend, or make this a listen section.',
  backend: 'Move it to a frontend, or make this a listen section.',
  defaults: 'Move it to the sections that need it.',
}

export default haproxyRule({
  id: 'haproxy/misplaced-keyword',
  severity: 'error',
  summary: 'a keyword stands in a section that does not take it',
  help: 'A frontend has no servers and a backend does not listen; defaults hold no addresses. HAProxy refuses some keywords in the wrong section and ignores others with a warning, for which this is a warning, too.',
  example: {
    bad: EXAMPLE.replace('    bind', '    server infra1 10.0.0.11:5000 check\n    bind'),
    good: EXAMPLE,
  },
  *check({ sections }) {
    for (const section of sections) {
      for (const { keyword, words } of section.statements) {
        const verdict = verdictOn(
          section.kind,
          section.name !== undefined,
          keyword.text,
          words[1]?.text ?? '',
        )
        if (!verdict) continue
        const isPair =
          keyword.text === 'timeout' || keyword.text === 'option' || keyword.text === 'tcp-request'
        const shown = isPair ? `${keyword.text} ${words[1]?.text ?? ''}` : keyword.text
        const problem: Problem = {
          file: section.file,
          range: keyword.range,
          message: `HAProxy ${verdict === 'refused' ? 'refuses' : 'ignores'} \`${shown}\` in ${titleOf(section)}.`,
          help: HELP[section.kind] ?? 'Move it to where it belongs.',
        }
        yield verdict === 'refused' ? problem : { ...problem, severity: 'warning' }
      }
    }
  },
})
