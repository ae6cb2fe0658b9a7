import { nearest } from '../../../platform/nearest.js'
import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { VERSION_NAMES } from '../../readers/heat/versions.js'

export default defineRule<HotTemplate>({
  id: 'heat/unknown-version',
  severity: 'error',
  summary: 'heat_template_version names no version of Heat',
  help: 'Heat refuses a template whose version it does not know. A version is one of a few dates, or the name of the release that brought it.',
  example: {
    bad: 'heat_template_version: 2018-08-30\nresources:\n  network: { type: OS::Neutron::Net }\n',
    good: 'heat_template_version: 2018-08-31\nresources:\n  network: { type: OS::Neutron::Net }\n',
  },
  check({ version, language }, report) {
    if (language) return
    const near = nearest(version.name, VERSION_NAMES)
    report(
      version,
      `There is no Heat template version "${version.name}".`,
      near ? `Did you mean "${near}"?` : `The versions are: ${VERSION_NAMES.join(', ')}.`,
    )
  },
})
