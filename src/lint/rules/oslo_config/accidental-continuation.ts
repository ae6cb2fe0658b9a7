import { defineRule } from '../../engine/rule.js'
import type { ConfigFiles, ConfigOption } from '../../readers/oslo_config/config.js'

const HELP = 'Start the line in its first column.'

export default defineRule<ConfigFiles>({
  id: 'oslo_config/accidental-continuation',
  severity: 'error',
  summary: 'an indented option or comment continues the value above',
  help: 'To oslo.config, a line that starts with a space or a tab continues the value of the line above, whatever the line contains. An indented option is not set, and the option above gets a wrong value; an indented comment becomes part of the value. Start options and comments in the first column. This is an error if the line names an option of the section, otherwise a warning.',
  example: {
    bad: '[libvirt]\nimages_rbd_pool = vms\n  images_rbd_ceph_conf = /etc/ceph/ceph.conf\n',
    good: '[libvirt]\nimages_rbd_pool = vms\nimages_rbd_ceph_conf = /etc/ceph/ceph.conf\n',
  },
  check({ options }, report) {
    for (const option of options) {
      for (const { text, range } of option.lines.slice(1)) {
        const place = { file: option.file, range }
        if (/^[#;]/.test(text)) {
          report(place, `The comment is part of the value of ${option.title}.`, HELP, 'warning')
          continue
        }
        const name = /^([a-z]\w*)[ \t]*=(?!=)/.exec(text)?.[1]
        const certainty = name === undefined ? undefined : certaintyOf(name, option)
        if (!certainty) continue
        const message = `The line "${name} = …" is indented, so it is part of the value of ${option.title}.`
        report(place, message, HELP, certainty)
      }
    }
  },
})

/** How certain it is that a continuation line was meant to set an option; `undefined` if it is part of a value. */
function certaintyOf(name: string, { source, section }: ConfigOption): 'error' | 'warning' | undefined {
  const known = source.facts?.lookup(section.group, name).verdict
  if (known === 'known' || known === 'deprecated' || known === 'renamed') return 'error'
  // in a section whose options are all known, another name can only be part of the value
  return known === 'unknown' && section.verdict === 'known' ? undefined : 'warning'
}
