import type { ConfigFile, ConfigOption, ConfigSection } from '../../../readers/oslo_config/config.js'
import type { IniLine } from '../../../readers/oslo_config/ini.js'
import { type FileProblem, fileRule, named } from '../../../readers/oslo_config/rule.js'

export const accidentalContinuation = fileRule(
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

export const duplicateOption = fileRule(
  {
    id: 'oslo_config/duplicate-option',
    severity: 'warning',
    summary: 'An option that is set twice in a file',
    help: 'Of several values for one option the last one counts, save for the few options that collect them all. Sections of one name are one section, so the other value may stand far away. Options in different arms of a Jinja condition are never there together. Remove the one that is not meant.',
    example: {
      bad: '[DEFAULT]\nreserved_host_memory_mb = 512\nreserved_host_disk_mb = 1024\nreserved_host_memory_mb = 4096\n',
      good: '[DEFAULT]\nreserved_host_disk_mb = 1024\nreserved_host_memory_mb = 4096\n',
    },
  },
  function* ({ sections }) {
    for (const section of sections) {
      const seen = new Map<string, ConfigOption>()
      for (const option of section.options) {
        if (!isSingle(option)) continue
        const { name, arm, nameRange } = option.ini
        const key = `${arm} ${name}`
        const first = seen.get(key)
        seen.set(key, option)
        if (!first) continue
        yield {
          range: nameRange,
          message: `${named(section.ini.name, name)} is set again: its value on line ${first.ini.nameRange.start.line} is lost.`,
          help: 'Keep the one that is meant.',
        }
      }
    }
  },
)

/** Whether one value is all that the option takes, so far as is known. */
function isSingle({ lookup }: ConfigOption): boolean {
  if (lookup?.is === 'known') return !lookup.entry.multi
  return lookup?.is === 'renamed' && lookup.entry !== undefined && !lookup.entry.multi
}

export const duplicateSection = fileRule(
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
