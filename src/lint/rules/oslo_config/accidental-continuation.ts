import type { ConfigFile, ConfigSection } from '../../readers/oslo_config/config.js'
import type { IniLine } from '../../readers/oslo_config/ini.js'
import { type FileProblem, fileRule, named } from '../../readers/oslo_config/rule.js'

export default fileRule(
  {
    id: 'oslo_config/accidental-continuation',
    severity: 'error',
    summary: 'An option or a comment that goes on the value above',
    help: 'To oslo.config a line that begins with space goes on the value of the line above, whatever stands in it: an indented option is not set, and the one above has a value that nobody meant; an indented comment becomes part of the value. Write options and comments in the first column. It is an error where the line names an option of the section, otherwise a warning.',
    example: {
      bad: '[libvirt]\nimages_rbd_pool = vms\n  images_rbd_ceph_conf = /etc/ceph/ceph.conf\n',
      good: '[libvirt]\nimages_rbd_pool = vms\nimages_rbd_ceph_conf = /etc/ceph/ceph.conf\n',
    },
  },
  function* ({ sections, facts }) {
    for (const section of sections) {
      for (const { ini } of section.options) {
        for (const line of ini.lines.slice(1)) {
          const problem = swallowed(line, ini.name, section, facts)
          if (problem) yield problem
        }
      }
    }
  },
)

function swallowed(
  { text, range }: IniLine,
  above: string,
  section: ConfigSection,
  facts: ConfigFile['facts'],
): FileProblem | undefined {
  const value = named(section.ini.name, above)
  if (/^[#;]/.test(text)) {
    const message = `The comment is part of the value of ${value}.`
    return { range, message, help: 'Begin the line in its first column.', severity: 'warning' }
  }
  const name = /^([a-z]\w*)[ \t]*=(?!=)/.exec(text)?.[1]
  if (name === undefined) return undefined
  const known = facts?.lookup(section.group, name).is
  // where all options are known, another name is only a part of the value
  if (known === 'unknown' && section.is === 'known') return undefined
  const message = `The line "${name} = …" begins with space, so it is part of the value of ${value}.`
  const isSure = known === 'known' || known === 'renamed'
  return {
    range,
    message,
    help: 'Begin the line in its first column.',
    severity: isSure ? 'error' : 'warning',
  }
}
