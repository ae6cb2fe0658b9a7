import { asScalar, resolve } from '../../../../yaml/tree.js'
import { isTemplatedValue } from '../../../engine/definition.js'
import type { Rule } from '../../../engine/rule.js'
import type { Deployment } from '../../../readers/kolla_ansible/deployment.js'
import { EXAMPLE } from './example.js'
import { type Default, setOf } from '../../../facts/kolla_ansible.js'
import { atValue, ownSetting } from '../../../readers/kolla_ansible/problem.js'
import { plainText, type Setting } from '../../../readers/kolla_ansible/settings.js'

const BOOLEAN = /^(?:true|false|yes|no|on|off|1|0|)$/i
/** Words that YAML 1.1 and people take for true or false, and Ansible's filter does not. */
const NEARLY_TRUE = /^(?:y|t|enabled?|ture|yse|yes?s|treu)$/i
const SWITCH = /(?:^|_)enable_/

export const notBoolean: Rule<Deployment> = {
  id: 'kolla_ansible/not-boolean',
  severity: 'error',
  summary: 'a switch is neither on nor off',
  help: "kolla-ansible puts its switches through Ansible's filter `bool`, for which only yes, on, true and 1 are true. Any other text, such as `enabled` or `y`, counts as false without a word (newer versions of Ansible stop): the service is not deployed.",
  example: {
    bad: EXAMPLE.replace(
      'enable_cinder_backend_lvm: true',
      'enable_cinder_backend_lvm: true\nenable_heat: enabled',
    ),
    good: `${EXAMPLE}enable_heat: "yes"\n`,
  },
  *check({ written, names }) {
    for (const setting of written) {
      if (!SWITCH.test(setting.name) || !names?.has(setting.name)) continue
      const scalar = asScalar(setting.node)
      if (scalar?.tag || (scalar && (isTemplatedValue(scalar.text) || BOOLEAN.test(scalar.text.trim()))))
        continue
      if (scalar?.value === null) continue
      const written = scalar ? `"${scalar.text}"` : 'a collection'
      const isMeantTrue = scalar !== undefined && NEARLY_TRUE.test(scalar.text.trim())
      yield atValue(
        setting,
        `The switch ${setting.name} is ${written}, which counts as false.`,
        isMeantTrue ? 'Write true.' : 'Write true or false.',
      )
    }
  },
}

export const wrongType: Rule<Deployment> = {
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
}

type Shape = 'text' | 'list' | 'mapping'

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

const LONGEST_EXPIRY = 604800

export const fernetTokenExpiry: Rule<Deployment> = {
  id: 'kolla_ansible/fernet-token-expiry',
  severity: 'error',
  summary: 'fernet_token_expiry is no whole number of seconds up to a week',
  help: 'Keystone turns its Fernet keys over in step with this value, and the generator of that cron job spans a week at most. `kolla-ansible prechecks` fails unless it is a whole number, written without quotes, from 0 to 604800.',
  example: {
    bad: `${EXAMPLE}fernet_token_expiry: 1209600\n`,
    good: `${EXAMPLE}fernet_token_expiry: 86400\n`,
  },
  *check(deployment) {
    const setting = ownSetting(deployment, 'fernet_token_expiry')
    const scalar = asScalar(setting?.node)
    if (!setting || !scalar || scalar.value === null || isTemplatedValue(scalar.text)) return
    const { value } = scalar
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LONGEST_EXPIRY) return
    const isQuoted = typeof value === 'string' && /^\d+$/.test(value)
    yield atValue(
      setting,
      isQuoted
        ? `The fernet_token_expiry "${value}" is a text and not a number.`
        : `The fernet_token_expiry ${scalar.text} is not a whole number from 0 to ${LONGEST_EXPIRY}.`,
      isQuoted ? 'Write it without quotes.' : 'Choose one that spans a week evenly, for example 86400.',
    )
  },
}

const INTERFACES: readonly string[] = [
  'network_interface',
  'api_interface',
  'tunnel_interface',
  'migration_interface',
  'dns_interface',
  'kolla_external_vip_interface',
  'octavia_network_interface',
  'bifrost_network_interface',
  'neutron_external_interface',
]
const LONGEST_INTERFACE = 15

export const interfaceName: Rule<Deployment> = {
  id: 'kolla_ansible/interface-name',
  severity: 'error',
  summary: 'the name of a network interface is one that Linux refuses',
  help: 'A network interface has a name of at most 15 characters without spaces and slashes. Of the variables for interfaces only neutron_external_interface may name several, with commas and without spaces between them.',
  example: {
    bad: EXAMPLE.replace('network_interface: eth0', 'network_interface: eth0 bond0'),
    good: EXAMPLE,
  },
  *check(deployment) {
    for (const name of INTERFACES) {
      const setting = ownSetting(deployment, name)
      const text = setting && plainText(setting)
      if (!setting || !text) continue
      const parts = name === 'neutron_external_interface' ? text.split(',') : [text]
      const wrong = parts.find(
        (part) => part.length > LONGEST_INTERFACE || /[\s/,]/.test(part) || part === '',
      )
      if (wrong === undefined) continue
      yield atValue(
        setting,
        `No interface can have the name "${wrong}" that ${name} gives.`,
        wrong.length > LONGEST_INTERFACE ? 'Use a name of at most 15 characters.' : 'Name one interface.',
      )
    }
  },
}
