import { asScalar } from '../../../yaml/tree.js'
import { defineRule, type Report } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { isUnknown, type Placed } from '../../readers/openstack_ansible/placed.js'
import { option, textOf } from '../../readers/openstack_ansible/provider-network.js'
import { WITH_VLAN } from './shared/example.js'

/** The largest segment ID of each type. */
const LARGEST: ReadonlyMap<string, number> = new Map([
  ['vlan', 4094],
  ['vxlan', 16_777_215],
  ['geneve', 16_777_215],
])

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/invalid-range',
  severity: 'error',
  summary: 'the range of a provider network is invalid',
  help: 'A range is "first:last", and several ranges are separated by commas: "101:200,301:400". VLAN IDs go from 1 to 4094, the segment IDs of vxlan and geneve from 1 to 16777215. With any other value, Neutron does not start. Write the range in quotes, because YAML reads 1:30 as the number 90.',
  example: { bad: WITH_VLAN.replace('"101:200"', '"101:4095"'), good: WITH_VLAN },
  check({ providerNetworks }, report) {
    for (const network of providerNetworks ?? []) {
      const type = textOf(network, 'type') ?? ''
      const range = option(network, 'range')
      const largest = LARGEST.get(type)
      if (range && largest !== undefined && !isUnknown(range.node)) checkRanges(range, type, largest, report)
    }
  },
})

function checkRanges(place: Placed, type: string, largest: number, report: Report): void {
  const { text = '', node } = place
  if (typeof asScalar(node)?.value !== 'string') {
    const message = text ? `YAML reads the range ${text} as a number.` : 'The range is not a string.'
    report(place, message, 'Write it in quotes, as "first:last".')
    return
  }
  const taken: [number, number][] = []
  for (const part of text.split(',').map((each) => each.trim())) {
    const [, first, last] = /^(\d{1,9}):(\d{1,9})$/.exec(part) ?? []
    const [from, to] = [Number(first), Number(last)]
    if (first === undefined || from < 1 || from > to || to > largest) {
      report(
        place,
        whyInvalid(part, type, largest, first !== undefined && from > to),
        `Write "first:last" with numbers from 1 to ${largest}.`,
      )
      continue
    }
    const before = taken.find(([low, high]) => low <= to && from <= high)
    if (before) {
      const message = `The ranges ${before.join(':')} and ${part} overlap.`
      report(place, message, 'List each segment ID once.', 'warning')
    }
    taken.push([from, to])
  }
}

function whyInvalid(part: string, type: string, largest: number, isReversed: boolean): string {
  if (isReversed) return `The range "${part}" ends before it starts.`
  return /^\d+:\d+$/.test(part)
    ? `The range "${part}" exceeds 1 to ${largest}.`
    : `"${part}" is not a range of ${type} segments.`
}
