import { declaredRule } from '../../engine/declared.js'
import { isTemplatedValue } from '../../engine/definition.js'
import type { OptionFacts } from '../../facts/oslo_config.js'
import type { ConfigOption } from '../../readers/oslo_config/config.js'
import { optionUses } from '../../readers/oslo_config/uses.js'

export default declaredRule({
  id: 'oslo_config/unknown-option',
  severity: 'error',
  summary: 'the service does not have the option',
  help: 'oslo.config ignores options that the service does not read: the service starts, and uses its defaults. This is an error if the name is almost that of an option of the section; otherwise it is a warning, because a plug-in may read the option. The known names are those that the services and their libraries register in the OpenStack release, written with "_" even where the command line uses "-".',
  example: {
    bad: '[libvirt]\nvirt_typ = kvm\n',
    good: '[libvirt]\nvirt_type = kvm\n',
  },
  uses: optionUses,
  reports: 'unknown',
  describe: ({ option, meant, facts }) => {
    const { section, name } = option
    const message = `${facts.service} has no option "${name}" in [${section.name}].`
    if (meant !== undefined) return { message, help: `Did you mean "${meant}"?` }
    // plug-ins of keystoneauth read more options than the facts list
    if (facts.readsAuth(section.group) || isTemplatedValue(name)) return undefined
    return { message, help: helpFor(option, facts), severity: 'warning' }
  },
})

function helpFor({ section, name, title }: ConfigOption, facts: OptionFacts): string {
  const groups = facts.homes(name).filter((group) => group !== section.group)
  return groups.length === 1
    ? `Remove it, or move it to [${groups[0]}], which has an option with this name.`
    : `Remove it, unless one of your plug-ins reads ${title}.`
}
