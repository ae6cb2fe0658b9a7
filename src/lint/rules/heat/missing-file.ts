import type { Range } from '../../../yaml/source.js'
import { asScalar } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { isTemplateName, placeOf } from '../../readers/heat/place.js'
import { CONFIG } from './shared/file-rules.js'

export default defineRule<HotTemplate>({
  id: 'heat/missing-file',
  severity: 'error',
  summary: 'a template names a file that is not there',
  help: 'The client sends the files of get_file, and the templates that stand as resource types, along with the template, and looks for them beside it. When one is not there, nothing is sent at all. Files outside of the folder that is checked, and URLs, are left alone.',
  example: {
    bad: { 'template.yaml': CONFIG },
    good: { 'template.yaml': CONFIG, 'scripts/setup.sh': 'echo ready\n' },
  },
  check(template, report) {
    for (const { name, range } of namedFiles(template)) {
      const place = placeOf(template.path, name)
      if (!place || template.folder.hasFile(place.path)) continue
      report(
        { range },
        `There is no file ${place.path}.`,
        'Correct the path, which starts at the folder of this template, or add the file.',
      )
    }
  },
})

function* namedFiles({ calls, uses }: HotTemplate): Iterable<{ name: string; range: Range }> {
  for (const { name, entry, placeholders } of calls) {
    const scalar = name === 'get_file' ? asScalar(entry.value) : undefined
    if (typeof scalar?.value !== 'string' || placeholders === 'all') continue
    if (!placeholders.some((part) => scalar.text.includes(part)))
      yield { name: scalar.text, range: scalar.range }
  }
  for (const { type, placeholder } of uses) {
    if (!type || !isTemplateName(type.text)) continue
    if (placeholder === undefined || !type.text.includes(placeholder))
      yield { name: type.text, range: type.range }
  }
}
