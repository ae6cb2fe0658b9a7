import { fileRule } from '../../readers/oslo_config/rule.js'

export default fileRule(
  {
    id: 'oslo_config/option-before-section',
    severity: 'error',
    summary: 'An option that stands before any section',
    help: 'oslo.config refuses a file with an option before the first section, and the service does not start. Options of no particular section belong to [DEFAULT], whose header has to be written.',
    example: {
      bad: 'host = compute-1\n\n[libvirt]\nvirt_type = kvm\n',
      good: '[DEFAULT]\nhost = compute-1\n\n[libvirt]\nvirt_type = kvm\n',
    },
  },
  function* ({ ini }) {
    for (const { kind, range, text } of ini.problems) {
      if (kind !== 'no-section') continue
      yield {
        range,
        message: `The option "${text}" stands before any section.`,
        help: 'Write the header of its section above it: [DEFAULT] when it has none of its own.',
      }
    }
  },
)
