import { declaredRule } from '../../engine/declared.js'
import type { OptionFacts } from '../../facts/oslo_config.js'
import type { ConfigSection } from '../../readers/oslo_config/config.js'
import { unknownSections } from '../../readers/oslo_config/uses.js'

export default declaredRule({
  id: 'oslo_config/unknown-section',
  severity: 'error',
  summary: 'the service does not have the section',
  help: 'A service reads its options from sections with certain names, and ignores all other sections without a message. Names are compared without case, except that DEFAULT must be upper case. This is an error if the name is almost that of a section that exists, a warning if another section has its options, and a notice if a plug-in may read it. Sections that other options name, such as those of back ends and stores, are not reported. Use the name that the service has.',
  example: {
    bad: '[keystone_authtokn]\nservice_token_roles_required = true\n',
    good: '[keystone_authtoken]\nservice_token_roles_required = true\n',
  },
  uses: unknownSections,
  reports: 'unknown',
  describe: ({ section, meant, facts }) => {
    const message = `${facts.service} has no section [${section.name}].`
    if (meant !== undefined) return { message, help: `Did you mean [${meant}]?` }
    const home = commonHome(section, facts)
    return home === undefined
      ? { message, help: 'Remove it, unless one of your plug-ins reads it.', severity: 'notice' }
      : { message, help: `Move its options to [${home}], which has them.`, severity: 'warning' }
  },
})

/** The only other section that has all of the options. */
function commonHome({ options }: ConfigSection, facts: OptionFacts): string | undefined {
  const [first = [], ...others] = options.map(({ name }) => facts.homes(name))
  const [home] = first
  return first.length === 1 && others.every((groups) => groups.length === 1 && groups[0] === home)
    ? home
    : undefined
}
