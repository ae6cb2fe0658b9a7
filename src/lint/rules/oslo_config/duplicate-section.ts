import { defineRule } from '../../engine/rule.js'
import type { ConfigFiles } from '../../readers/oslo_config/config.js'

export default defineRule<ConfigFiles>({
  id: 'oslo_config/duplicate-section',
  severity: 'notice',
  summary: 'a section starts twice in a file',
  help: 'oslo.config merges sections with the same name, so nothing is lost. But a reader of one of them does not see the options in the other. Put all options of a section under one header.',
  example: {
    bad: '[libvirt]\nvirt_type = kvm\n\n[pci]\n\n[libvirt]\ncpu_mode = host-model\n',
    good: '[libvirt]\nvirt_type = kvm\ncpu_mode = host-model\n\n[pci]\n',
  },
  check({ files }, report) {
    for (const { file, name, headers } of files.flatMap(({ sections }) => sections)) {
      const seen = new Map<string, number>()
      for (const { range, branch } of headers) {
        const first = seen.get(branch)
        seen.set(branch, first ?? range.start.line)
        if (first === undefined) continue
        report(
          { file, range },
          `The section [${name}] starts again: it already starts on line ${first}.`,
          'Move its options under the first header.',
        )
      }
    }
  },
})
