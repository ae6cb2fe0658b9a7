import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { NETWORK } from './shared/examples.js'

/** Heat's defaults for `max_template_size` and `max_resources_per_stack`. */
const MAX_BYTES = 524_288
const MAX_RESOURCES = 1000

export default defineRule<HotTemplate>({
  id: 'heat/too-large',
  severity: 'warning',
  summary: 'a template exceeds the default size limits of Heat',
  help: 'By default, Heat rejects a template of more than 524288 bytes if it is nested or sent as text (max_template_size), a request of more than 1048576 bytes with the template and all its files (max_json_body_size), and a stack of more than 1000 resources (max_resources_per_stack). Operators can raise these limits. Move scripts to files, and groups of resources to stacks of their own.',
  example: {
    bad: `${NETWORK}# half a million bytes more\n`,
    encode: (bad) => Buffer.from(bad + '# more\n'.repeat(MAX_BYTES / 4)),
    good: NETWORK,
  },
  check({ version, bytes, resources }, report) {
    if (bytes > MAX_BYTES) {
      report(
        version,
        `This template has ${bytes} bytes; the default limit of Heat is ${MAX_BYTES}.`,
        'Move scripts to files.',
      )
    }
    if (resources.length > MAX_RESOURCES) {
      report(
        version,
        `This template has ${resources.length} resources; the default limit of Heat is ${MAX_RESOURCES}.`,
        'Use groups and nested templates, or several stacks.',
      )
    }
  },
})
