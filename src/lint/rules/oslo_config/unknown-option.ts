import { isTemplatedValue } from '../../engine/definition.js'
import type { OptionFacts } from '../../facts/oslo_config.js'
import type { ConfigOption, ConfigSection } from '../../readers/oslo_config/config.js'
import { Speller } from '../../readers/oslo_config/near.js'
import { type FileProblem, fileRule, named } from '../../readers/oslo_config/rule.js'
import { titled } from './shared/name-rules.js'

export default fileRule(
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
