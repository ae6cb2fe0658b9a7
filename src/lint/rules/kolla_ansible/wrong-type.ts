import { resolve } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { type Default, setOf } from '../../facts/kolla_ansible.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atValue } from '../../readers/kolla_ansible/problem.js'
import { plainText, type Setting } from '../../readers/kolla_ansible/settings.js'
import { EXAMPLE } from './shared/example.js'
import { SWITCH } from './shared/value-rules.js'

type Shape = 'text' | 'list' | 'mapping'

export default defineRule<Deployment>({
  id: 'kolla_ansible/wrong-type',
  severity: 'warning',
  summary: 'a variable is a list, a mapping or a text where its default is another of these',
  help: 'The roles use a variable as what its default is: they go through a list, look into a mapping, cut a text at its commas. A list where a text is expected stops Ansible in the middle of a deployment; a text where a list is expected is gone through letter by letter.',
  example: {
    bad: EXAMPLE.replace('neutron_external_interface: eth1', 'neutron_external_interface: [eth1]'),
    good: EXAMPLE,
  },
  *check({ written, facts }) {
    if (!facts) return
    const flexible = setOf(facts.flexible)
    for (const setting of written) {
      if (
        flexible.has(setting.name) ||
        !Object.hasOwn(facts.variables, setting.name) ||
        SWITCH.test(setting.name)
      )
        continue
      const expected = shapeOf(facts.variables[setting.name])
      const found = shapeOfNode(setting)
      if (expected === undefined || found === undefined || expected === found) continue
      // both are gone through with items: nobody can tell from outside
      if (expected !== 'text' && found !== 'text') continue
      yield atValue(
        setting,
        `The variable "${setting.name}" is a ${found}, and kolla-ansible's own is a ${expected}.`,
        `Write a ${expected}.`,
      )
    }
  },
})

/** A default that is empty, or that Jinja makes, may be anything. */
function shapeOf(value: Default | undefined): Shape | undefined {
  if (Array.isArray(value)) return 'list'
  if (value !== null && typeof value === 'object') return 'mapping'
  if (typeof value !== 'string') return undefined
  return value === '' || /\{[{%]/.test(value) ? undefined : 'text'
}

function shapeOfNode({ node, isConditional }: Setting): Shape | undefined {
  const found = resolve(node)
  if (!found || found.tag || isConditional) return undefined
  if (found.kind === 'sequence') return found.items.length > 0 ? 'list' : undefined
  if (found.kind === 'mapping') return found.entries.length > 0 ? 'mapping' : undefined
  const text = plainText({ node })
  return text === undefined || text === '' ? undefined : 'text'
}
