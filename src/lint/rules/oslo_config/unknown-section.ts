import { OptionFacts } from '../../facts/oslo_config.js'
import { Speller } from '../../readers/oslo_config/near.js'
import { type FileProblem, fileRule } from '../../readers/oslo_config/rule.js'
import { titled } from './shared/name-rules.js'

export default fileRule(
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
