import { declaredRule } from '../../engine/declared.js'
import { didYouMean } from '../../engine/speller.js'
import type { OptionType } from '../../readers/oslo_config/option-types.js'
import { valueUses } from '../../readers/oslo_config/uses.js'

export default declaredRule({
  id: 'oslo_config/invalid-value',
  severity: 'error',
  summary: "a value is invalid for the option's type",
  help: 'oslo.config converts a value when the service reads the option. It refuses a value that does not match the type of the option, is out of bounds, or is not one of its choices. Services read most options when they start, and then do not start; they fail later on the others. Choices and bounds differ between releases, so these are warnings unless the manifest names openstack_release. Values that Jinja or "$other" fill in are not checked.',
  example: {
    bad: '[vnc]\nnovncproxy_port = 6080/tcp\n\n[libvirt]\nvirt_type = kvm\n',
    good: '[vnc]\nnovncproxy_port = 6080\n\n[libvirt]\nvirt_type = kvm\n',
  },
  uses: valueUses,
  reports: 'invalid',
  describe: ({ option: { title, value }, type, refusal }, { isAssumed }) => ({
    message: `The value of ${title} ${value === '' ? 'is empty, which' : `is "${shown(value)}", which`} ${refusal.why}.`,
    help: helpFor(value, type),
    severity: refusal.isBound && isAssumed ? 'warning' : 'error',
  }),
})

function helpFor(value: string, type: OptionType): string {
  const choices = (type.item ?? type).choices?.filter((choice) => typeof choice === 'string') ?? []
  return didYouMean(value, choices, 'Set a valid value, or remove the option to use its default.')
}

function shown(value: string): string {
  const [line = ''] = value.split('\n')
  return line.length > 60 ? `${line.slice(0, 57)}…` : line
}
