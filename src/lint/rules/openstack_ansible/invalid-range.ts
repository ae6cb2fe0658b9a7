import { asScalar } from '../../../yaml/tree.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { isUnknown, type Placed } from '../../readers/openstack_ansible/placed.js'
import { option, textOf } from '../../readers/openstack_ansible/provider-network.js'
import { WITH_VLAN } from './shared/example.js'

/** The largest segment that each type has. */
const LARGEST: Readonly<Record<string, number>> = { vlan: 4094, vxlan: 16_777_215, geneve: 16_777_215 }

export default defineRule<Deployment>({
  id: 'openstack_ansible/invalid-range',
  severity: 'error',
  summary: 'the range of a provider network is none that Neutron takes',
  help: 'A range is "first:last", and several stand behind each other with commas: "101:200,301:400". VLANs go from 1 to 4094, the segments of vxlan and geneve from 1 to 16777215. Neutron does not start with anything else. Write it in quotes: YAML takes 1:30 for the number 90.',
  example: { bad: WITH_VLAN.replace('"101:200"', '"101:4095"'), good: WITH_VLAN },
  *check({ providerNetworks }) {
    for (const network of providerNetworks ?? []) {
      const type = textOf(network, 'type') ?? ''
      const range = option(network, 'range')
      const largest = Object.hasOwn(LARGEST, type) ? LARGEST[type] : undefined
      if (!range || largest === undefined || isUnknown(range.node)) continue
      yield* problemsOf(range, type, largest)
    }
  },
})

function* problemsOf(range: Placed, type: string, largest: number): Iterable<Problem> {
  const { file, range: place, text = '' } = range
  if (typeof asScalar(range.node)?.value !== 'string') {
    const message = `The range ${text || 'here'} is no text for YAML${text ? ', but a number' : ''}.`
    yield { file, range: place, message, help: 'Write it in quotes, as "first:last".' }
    return
  }
  const taken: [number, number][] = []
  for (const part of text.split(',').map((each) => each.trim())) {
    const [, first, last] = /^(\d{1,9}):(\d{1,9})$/.exec(part) ?? []
    const [from, to] = [Number(first), Number(last)]
    const isRange = first !== undefined && from >= 1 && from <= to && to <= largest
    const before = isRange ? taken.find(([low, high]) => low <= to && from <= high) : undefined
    if (!isRange) {
      yield {
        file,
        range: place,
        message: whyNoRange(part, type, largest, first === undefined, from > to),
        help: `Write "first:last" with numbers from 1 to ${largest}.`,
      }
    } else if (before) {
      yield {
        file,
        range: place,
        message: `The ranges ${before.join(':')} and ${part} overlap.`,
        help: 'Write each segment once.',
        severity: 'warning',
      }
    }
    if (isRange) taken.push([from, to])
  }
}

function whyNoRange(
  part: string,
  type: string,
  largest: number,
  isNone: boolean,
  isReversed: boolean,
): string {
  if (isNone) return `"${part}" is no range of ${type} segments.`
  return isReversed
    ? `The range "${part}" ends before it starts.`
    : `The range "${part}" goes beyond 1 to ${largest}.`
}
