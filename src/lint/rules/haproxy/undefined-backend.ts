import { own, type Section, titleOf } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import type { Word } from '../../readers/haproxy/words.js'
import { EXAMPLE } from './shared/example.js'
import { hint } from './shared/reference-rules.js'

export default haproxyRule({
  id: 'haproxy/undefined-backend',
  severity: 'error',
  summary: 'requests are sent to a backend that does not exist',
  help: 'HAProxy refuses to start when use_backend or default_backend names something that is neither a backend nor a listen section. It is looked for in a configuration that has its own global or defaults, and in the fragments beside it.',
  example: {
    bad: EXAMPLE.replace('default_backend keystone', 'default_backend keystone_api'),
    good: EXAMPLE,
  },
  check({ sections, proxies, isWhole, isOpen, backendsElsewhere }, report) {
    if (!isWhole || isOpen) return
    const known = new Set(backendsElsewhere)
    for (const { name, isBackend } of proxies) if (name && isBackend) known.add(name.text)
    if (proxies.some(({ name }) => name && !name.isKnown)) return
    for (const section of sections) {
      for (const target of backendWords(section)) {
        if (known.has(target.text)) continue
        report(
          { file: section.file, range: target.range },
          `There is no backend "${target.text}", to which ${titleOf(section)} sends requests.`,
          hint(target.text, known, 'Add the backend, or name one that is there.'),
        )
      }
    }
  },
})

/** Where a section sends its requests, unless a sample expression decides that. */
function backendWords(section: Section): Word[] {
  return [...own(section, 'use_backend'), ...own(section, 'default_backend')].flatMap(({ words }) => {
    const target = words[1]
    return target?.isKnown && !target.text.includes('%[') ? [target] : []
  })
}
