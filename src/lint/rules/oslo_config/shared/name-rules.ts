import { isTemplatedValue } from '../../../engine/definition.js'
import type { ConfigOption, ConfigSection } from '../../../readers/oslo_config/config.js'
import { Speller } from '../../../readers/oslo_config/near.js'
import { OptionFacts } from '../../../facts/oslo_config.js'
import { type FileProblem, fileRule, named } from '../../../readers/oslo_config/rule.js'

export const unknownSection = fileRule(
  {
    id: 'oslo_config/unknown-section',
    severity: 'error',
    summary: 'A section that the service does not have',
    help: 'A service looks for its options in sections of known names (upper and lower case are the same, save that DEFAULT is upper case); all other sections are ignored without a word. When the name is nearly that of a section that exists, this is an error; it is a warning when another section has its options, and a notice when a plug-in may read it. Sections that other options name, as those of back ends and stores, are left alone. Write the name as the service has it.',
    example: {
      bad: '[keystone_authtokn]\nservice_token_roles_required = true\n',
      good: '[keystone_authtoken]\nservice_token_roles_required = true\n',
    },
  },
  function* ({ facts, service, sections }) {
    if (!facts || !service) return
    const speller = new Speller()
    for (const { ini, is } of sections) {
      if (is !== 'unknown' || ini.options.length === 0) continue
      const meant = meantGroup(ini.name, facts, speller)
      const message = `${titled(service)} has no section [${ini.name}].`
      if (meant !== undefined) yield { range: ini.range, message, help: `Did you mean [${meant}]?` }
      else yield { range: ini.range, message, ...helpFor(ini.options, facts) }
    }
  },
)

function meantGroup(name: string, facts: OptionFacts, speller: Speller): string | undefined {
  if (/^\s*defaults?\s*$/i.test(name)) return 'DEFAULT'
  const trimmed = OptionFacts.normalized(name.trim())
  return facts.hasGroup(trimmed) ? trimmed : speller.misspelled(name, facts.groups)
}

function helpFor(
  options: readonly { name: string }[],
  facts: OptionFacts,
): Pick<FileProblem, 'help' | 'severity'> {
  const homes = options.map(({ name }) => facts.homes(name))
  const [home] = homes[0] ?? []
  const isOne = home !== undefined && homes.every((groups) => groups.length === 1 && groups[0] === home)
  if (isOne) return { severity: 'warning', help: `Its options belong to [${home}]: move them there.` }
  const help = 'Remove it, unless a plug-in of yours reads it.'
  return { severity: 'notice', help }
}

export const unknownOption = fileRule(
  {
    id: 'oslo_config/unknown-option',
    severity: 'error',
    summary: 'An option that the service does not have',
    help: 'oslo.config ignores options that nobody asks for: the service starts, and runs with its default. When the name is nearly that of an option of the section, this is an error; otherwise a plug-in may read it, and it is a warning. The names are those that the services and their libraries register in the OpenStack release, written with "_", also where the command line has "-".',
    example: {
      bad: '[libvirt]\nvirt_typ = kvm\n',
      good: '[libvirt]\nvirt_type = kvm\n',
    },
  },
  function* ({ facts, service, sections }) {
    if (!facts || !service) return
    for (const section of sections) {
      const unknown = section.options.filter(({ lookup }) => lookup?.is === 'unknown')
      if (unknown.length === 0) continue
      const speller = new Speller()
      const known = meantNames(section, facts)
      for (const option of unknown) {
        const meant = speller.misspelled(option.ini.name, known)
        const problem = problemOf(option, section, facts, meant, service)
        if (problem) yield problem
      }
    }
  },
)

/** A name that is also set here was not meant to be that of another option. */
function meantNames({ is, group, options }: ConfigSection, facts: OptionFacts): string[] {
  const set = new Set(options.map(({ ini }) => ini.name))
  return is === 'known' ? facts.namesIn(group).filter((name) => !set.has(name)) : []
}

function problemOf(
  { ini }: ConfigOption,
  section: ConfigSection,
  facts: OptionFacts,
  meant: string | undefined,
  service: string,
): FileProblem | undefined {
  const message = `${titled(service)} has no option "${ini.name}" in [${section.ini.name}].`
  if (meant !== undefined) return { range: ini.nameRange, message, help: `Did you mean "${meant}"?` }
  // whatever plug-in of keystoneauth is used may read more
  if (facts.readsAuth(section.group) || isTemplatedValue(ini.name)) return undefined
  const homes = facts.homes(ini.name).filter((group) => group !== section.group)
  const [home] = homes
  const help =
    home !== undefined && homes.length === 1
      ? `Remove it, or move it to [${home}], which has an option of that name.`
      : `Remove it, unless a plug-in of yours reads ${named(section.ini.name, ini.name)}.`
  return { range: ini.nameRange, message, severity: 'warning', help }
}

/** At the beginning of a sentence. */
function titled(service: string): string {
  return service.charAt(0).toUpperCase() + service.slice(1).replace('_', '-')
}
