import { asMapping, asScalar, asSequence, childOf, entriesOf, type YamlNode } from '../../../yaml/tree.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import type { Cloud, Clouds, Setting } from '../../readers/clouds/cloud.js'
import { CLOUDS } from './shared/example.js'

export default defineRule<Clouds>({
  id: 'clouds/invalid-value',
  severity: 'error',
  summary: 'a value has a form that openstacksdk does not take',
  help: 'A cloud and its auth are mappings; `verify` is true or false, and a quoted "false" is taken for the name of a CA file; interface is public, internal or admin; regions and networks are lists whose entries have a name. openstacksdk stops at anything else, or looks for an endpoint that does not exist.',
  example: {
    bad: CLOUDS.replace('interface: public', 'interface: privat'),
    good: CLOUDS.replace('interface: public', 'interface: internal'),
  },
  *check({ clouds }) {
    for (const cloud of clouds) {
      const { settings, oddity } = cloud
      // nothing at all may be filled in by secure.yaml elsewhere
      if (oddity) {
        if (!cloud.isOnlySecure)
          yield problem(oddity, `The cloud "${cloud.name}" is no mapping`, 'Write its keys below it.')
        continue
      }
      const auth = settings.get('auth')
      if (auth && !asMapping(auth.node) && !isTemplate(auth)) {
        yield problem(
          auth,
          `The auth of the cloud "${cloud.name}" is no mapping`,
          'Write auth_url, username… below it.',
        )
      }
      yield* wrongScalars(cloud)
      yield* wrongLists(cloud)
    }
  },
})

function problem(setting: Setting, message: string, help: string, node: YamlNode = setting.node): Problem {
  return { file: setting.file, range: node.range, message: `${message}.`, help }
}

/** Whether the value is a text that Ansible fills in. */
function isTemplate({ node, text }: Setting): boolean {
  return text === undefined && asScalar(node)?.value !== null && asScalar(node) !== undefined
}

function* wrongScalars({ name, settings }: Cloud): Iterable<Problem> {
  for (const [key, setting] of settings) {
    const { text, node } = setting
    if (text === undefined) continue
    if (
      key === 'verify' &&
      /^(?:false|no|off|true|yes|on|0|1)$/i.test(text) &&
      typeof asScalar(node)?.value !== 'boolean'
    ) {
      const isFile = `The verify of the cloud "${name}" is the text "${text}", which is taken for a CA file`
      yield problem(setting, isFile, 'Write true or false, without quotes.')
    }
    const isInterface =
      key === 'interface' || key === 'endpoint_type' || /_(?:interface|endpoint_type)$/.test(key)
    if (isInterface && !/^(?:public|internal|admin)(?:URL)?$/.test(text)) {
      yield problem(setting, `There is no interface "${text}"`, 'Write public, internal or admin.')
    }
    if (key === 'api_timeout' && Number.isNaN(Number(text))) {
      yield problem(setting, `The api_timeout "${text}" is no number`, 'Write a number of seconds.')
    }
  }
}

function* wrongLists({ settings }: Cloud): Iterable<Problem> {
  const regions = settings.get('regions')
  for (const item of asSequence(regions?.node)?.items ?? []) {
    const keys = entriesOf(item).map(({ key }) => key)
    if (
      !regions ||
      !asMapping(item) ||
      (keys.includes('name') && keys.every((key) => key === 'name' || key === 'values'))
    )
      continue
    yield problem(
      regions,
      'A region has other keys than name and values',
      'Put its settings under values.',
      item,
    )
  }
  const networks = settings.get('networks')
  for (const item of asSequence(networks?.node)?.items ?? []) {
    if (networks && asMapping(item) && childOf(item, 'name') === undefined) {
      yield problem(networks, 'A network has no name', 'Add its name.', item)
    }
  }
  for (const flag of ['nat_destination', 'default_interface']) {
    const [, second] = (asSequence(networks?.node)?.items ?? []).filter(
      (item) => asScalar(childOf(item, flag))?.value === true,
    )
    if (networks && second) {
      yield problem(networks, `Two networks are the ${flag}`, `Set ${flag} for one of them only.`, second)
    }
  }
  for (const key of ['external_network', 'internal_network']) {
    const old = settings.get(key)
    if (networks && old) yield problem(old, `The cloud has networks and ${key}`, `Remove ${key}.`)
  }
}
