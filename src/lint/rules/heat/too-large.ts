import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { CONFIG } from './shared/file-rules.js'

const SMALL = CONFIG.replace('{ get_file: scripts/setup.sh }', 'echo ready')

/** What a Heat takes that nobody configured otherwise. */
const MAX_BYTES = 524_288

const MAX_RESOURCES = 1000

export default defineRule<HotTemplate>({
  id: 'heat/too-large',
  severity: 'warning',
  summary: 'a template is larger than Heat takes by default',
  help: 'Heat refuses a nested template, and one that is sent to it as text, of more than 524288 bytes (max_template_size); a request with the template and all its files of more than 1048576 bytes (max_json_body_size); and a stack of more than 1000 resources (max_resources_per_stack). An operator can raise these limits. Move scripts into files, and parts into stacks of their own.',
  example: {
    bad: `${SMALL}# half a million bytes more\n`,
    encode: (bad) => Buffer.from(bad + '# more\n'.repeat(MAX_BYTES / 4)),
    good: SMALL,
  },
  *check({ path, version, bytes, resources }) {
    const problem = (message: string, help: string) => ({ file: path, range: version.range, message, help })
    if (bytes > MAX_BYTES) {
      yield problem(
        `This template has ${bytes} bytes; Heat takes ${MAX_BYTES}.`,
        'Move scripts into files of their own.',
      )
    }
    if (resources.length > MAX_RESOURCES) {
      yield problem(
        `This template has ${resources.length} resources; Heat takes ${MAX_RESOURCES}.`,
        'Use groups and nested templates, and several stacks.',
      )
    }
  },
})
