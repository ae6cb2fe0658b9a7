import { fileRule } from '../../readers/oslo_config/rule.js'

export default fileRule(
  {
    id: 'oslo_config/duplicate-section',
    severity: 'notice',
    summary: 'A section that begins twice in a file',
    help: 'oslo.config makes one section of all that have the same name, so nothing is lost; but who reads one of them does not see the options in the other. Write the options under one header.',
    example: {
      bad: '[libvirt]\nvirt_type = kvm\n\n[pci]\n\n[libvirt]\ncpu_mode = host-model\n',
      good: '[libvirt]\nvirt_type = kvm\ncpu_mode = host-model\n\n[pci]\n',
    },
  },
  function* ({ ini }) {
    for (const { name, headers } of ini.sections) {
      const seen = new Map<string, number>()
      for (const { range, arm } of headers) {
        const first = seen.get(arm)
        if (first === undefined) seen.set(arm, range.start.line)
        else {
          yield {
            range,
            message: `The section [${name}] begins again: it is there since line ${first}.`,
            help: 'Write its options under the first header.',
          }
        }
      }
    }
  },
)
