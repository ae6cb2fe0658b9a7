import { didYouMean } from '../../engine/speller.js'
import { own, type Section, titleOf } from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'
import type { Word } from '../../readers/haproxy/words.js'

export default haproxyRule({
  id: 'haproxy/undefined-backend',
  severity: 'error',
  summary: 'a rule sends requests to a backend that does not exist',
  help: 'HAProxy refuses to start if use_backend or default_backend names neither a backend nor a listen section. The rule checks configurations with a global or defaults section, and also looks for the backend in fragments.',
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
          `The ${titleOf(section)} sends requests to the backend "${target.text}", which does not exist.`,
          didYouMean(target.text, known, 'Add the backend, or use an existing one.'),
        )
      }
    }
  },
})

/** The backends that a section sends requests to, without those that a sample expression selects. */
function backendWords(section: Section): Word[] {
  return [...own(section, 'use_backend'), ...own(section, 'default_backend')].flatMap(({ words }) => {
    const target = words[1]
    return target?.isKnown && !target.text.includes('%[') ? [target] : []
  })
}
