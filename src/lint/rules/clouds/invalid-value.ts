import { asMapping, asScalar, asSequence, childOf, entriesOf, type YamlNode } from '../../../yaml/tree.js'
import { defineRule, type Report } from '../../engine/rule.js'
import type { Cloud, Clouds, Setting } from '../../readers/clouds/cloud.js'
import { CLOUDS } from '../../readers/clouds/subjects.js'

export default defineRule<Clouds>({
  id: 'clouds/invalid-value',
  severity: 'error',
  summary: 'a value has a form that openstacksdk does not accept',
  help: 'A cloud and its auth are mappings. `verify` is true or false: a quoted "false" is read as the name of a CA file. interface is public, internal or admin. regions and networks are lists whose entries have a name. With any other value, openstacksdk fails or looks for an endpoint that does not exist.',
  example: {
    bad: CLOUDS.replace('interface: public', 'interface: privat'),
    good: CLOUDS.replace('interface: public', 'interface: internal'),
  },
  check({ clouds }, report) {
    for (const cloud of clouds) {
      const { settings, oddity } = cloud
      if (oddity) {
        // a secure.yaml elsewhere may fill in an empty cloud
        if (!cloud.isOnlySecure)
          report(at(oddity), `The cloud "${cloud.name}" is not a mapping.`, 'Write its keys below it.')
        continue
      }
      const auth = settings.get('auth')
      if (auth && !asMapping(auth.node) && !isTemplate(auth)) {
        report(
          at(auth),
          `The auth of the cloud "${cloud.name}" is not a mapping.`,
          'Write auth_url, username… below it.',
        )
      }
      checkScalars(cloud, report)
      checkLists(cloud, report)
    }
  },
})

function at({ file, node }: Setting, { range }: YamlNode = node) {
  return { file, range }
}

/** Whether the value is a text that Ansible fills in. */
function isTemplate({ node, text }: Setting): boolean {
  return text === undefined && asScalar(node)?.value !== null && asScalar(node) !== undefined
}

function checkScalars({ name, settings }: Cloud, report: Report): void {
  for (const [key, setting] of settings) {
    const { text, node } = setting
    if (text === undefined) continue
    if (
      key === 'verify' &&
      /^(?:false|no|off|true|yes|on|0|1)$/i.test(text) &&
      typeof asScalar(node)?.value !== 'boolean'
    ) {
      report(
        at(setting),
        `The verify of the cloud "${name}" is the text "${text}", which openstacksdk reads as the name of a CA file.`,
        'Write true or false without quotes.',
      )
    }
    const isInterface =
      key === 'interface' || key === 'endpoint_type' || /_(?:interface|endpoint_type)$/.test(key)
    if (isInterface && !/^(?:public|internal|admin)(?:URL)?$/.test(text)) {
      report(at(setting), `Unknown interface "${text}".`, 'Use public, internal or admin.')
    }
    if (key === 'api_timeout' && Number.isNaN(Number(text))) {
      report(at(setting), `The api_timeout "${text}" is not a number.`, 'Write a number of seconds.')
    }
  }
}

function checkLists({ settings }: Cloud, report: Report): void {
  const regions = settings.get('regions')
  for (const item of asSequence(regions?.node)?.items ?? []) {
    const keys = entriesOf(item).map(({ key }) => key)
    if (
      !regions ||
      !asMapping(item) ||
      (keys.includes('name') && keys.every((key) => key === 'name' || key === 'values'))
    )
      continue
    report(
      at(regions, item),
      'A region has keys other than name and values.',
      'Move its settings below values.',
    )
  }
  const networks = settings.get('networks')
  for (const item of asSequence(networks?.node)?.items ?? []) {
    if (networks && asMapping(item) && childOf(item, 'name') === undefined) {
      report(at(networks, item), 'A network has no name.', 'Add its name.')
    }
  }
  for (const flag of ['nat_destination', 'default_interface']) {
    const [, second] = (asSequence(networks?.node)?.items ?? []).filter(
      (item) => asScalar(childOf(item, flag))?.value === true,
    )
    if (networks && second) {
      report(at(networks, second), `Two networks set ${flag}.`, `Set ${flag} for only one of them.`)
    }
  }
  for (const key of ['external_network', 'internal_network']) {
    const old = settings.get(key)
    if (networks && old) report(at(old), `The cloud has both networks and ${key}.`, `Remove ${key}.`)
  }
}
