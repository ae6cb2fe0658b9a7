import { declaredRule } from '../../engine/declared.js'
import { keywordUses } from '../../readers/haproxy/keyword-uses.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

const HELP: Readonly<Record<string, string>> = {
  frontend: 'Move it to a backend, or make this a listen section.',
  backend: 'Move it to a frontend, or make this a listen section.',
  defaults: 'Move it to the sections that need it.',
}

export default haproxyRule(
  declaredRule({
    id: 'haproxy/misplaced-keyword',
    severity: 'error',
    summary: 'a keyword is in a section that does not accept it',
    help: 'A frontend has no servers, a backend does not listen, and defaults contain no addresses. HAProxy refuses to start for some keywords in the wrong section. It ignores others with a warning; these findings are warnings as well.',
    example: {
      bad: EXAMPLE.replace('    bind', '    server infra1 10.0.0.11:5000 check\n    bind'),
      good: EXAMPLE,
    },
    uses: keywordUses,
    reports: ['refused', 'ignored'],
    describe: ({ verdict, name, kind, section }) => ({
      message: `HAProxy ${verdict === 'refused' ? 'refuses' : 'ignores'} \`${name}\` in ${section}.`,
      help: HELP[kind] ?? 'Move it to a section that accepts it.',
      severity: verdict === 'refused' ? undefined : 'warning',
    }),
  }),
)
