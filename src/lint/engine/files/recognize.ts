import { MANIFEST_FILE } from '../../../manifest/load.js'
import type { YamlFile } from '../../../yaml/parse.js'
import { entriesOf } from '../../../yaml/tree.js'
import { isAnsible, isIniInventory, isVars, mayBeAnsible } from '../../readers/ansible/recognize.js'
import { isClouds } from '../../readers/clouds/cloud.js'
import { isHaproxy } from '../../readers/haproxy/recognize.js'
import { isBrokenHeat, isHeat, isHeatEnvironment, isHeatText } from '../../readers/heat/recognize.js'
import { isKollaAnsible } from '../../readers/kolla_ansible/recognize.js'
import { isOpenstackAnsible, isUserConfig } from '../../readers/openstack_ansible/recognize.js'
import { isOsloConfig } from '../../readers/oslo_config/recognize.js'
import { rootMapping } from '../definition.js'
import type { Kind } from '../finding.js'

const DEFINITION_NAME = /\.(ya?ml|template|hot|env|conf|cfg|ini)$/i

/** Whether a file with this name may be a definition. */
export function isDefinitionName(path: string): boolean {
  return DEFINITION_NAME.test(path) || (!/\.[^/]*$/.test(path) && mayBeAnsible(path))
}

/**
 * Whether to read a file as YAML: `.yml` and `.yaml` always, `.template`, `.hot` and `.env` only if their text looks like
 * Heat, since other tools use these extensions as well, above all dotenv files.
 *
 * @param text `undefined` when the file is not text
 */
export function isYaml(path: string, text: string | undefined): boolean {
  if (/\.ya?ml$/i.test(path)) return true
  if (text === undefined) return false
  if (/\.(template|hot|env)$/i.test(path)) return isHeatText(path, text)
  return !/\.[^/]*$/.test(path) && (isVars(path) || /^---\s*$/m.test(text.slice(0, 2000)))
}

/** The kind of a file that is not YAML, from its path and content; `undefined` when it is not a definition. */
export function recognizeText(path: string, text: string): Kind | undefined {
  if (isHaproxy(path, text)) return 'haproxy'
  if (isIniInventory(path, text)) return 'ansible'
  if (isOsloConfig(path, text)) return 'oslo_config'
  return undefined
}

/** The kind of a YAML file, from its path and content. */
export function recognize(path: string, text: string, yaml: YamlFile | undefined): Kind {
  if (path === MANIFEST_FILE) return 'manifest'
  if (isUserConfig(path)) return 'openstack_ansible'
  const [document, ...others] = yaml?.documents ?? []
  const root = yaml && rootMapping({ yaml })
  const entries = entriesOf(root)
  const keys = new Set(entries.map(({ key }) => key))
  if (root ? isHeat(keys) : isBrokenHeat(text, yaml)) return 'heat'
  if (root && isOpenstackAnsible(path, entries, keys)) return 'openstack_ansible'
  if (root && isHeatEnvironment(path, keys)) return 'heat_environment'
  if (root && isClouds(path, entries)) return 'clouds'
  if (root && isKollaAnsible(path, keys)) return 'kolla_ansible'
  if (others.length === 0 && isAnsible(path, document, entries)) return 'ansible'
  return 'yaml'
}
