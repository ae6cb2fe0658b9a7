import type { Definition } from '../../engine/definition.js'
import type { RuleContext, RuleSubjects } from '../../engine/rule.js'
import { knownTo } from '../../facts/openstack_ansible.js'
import type { OpenstackAnsibleConfig } from './config.js'
import { readEnvD } from './env-d.js'
import { isUserConfig, partOf } from './recognize.js'
import { readUserConfig } from './user-config.js'
import { readVariables } from './variables.js'

/** One configuration for each folder, and one for each main file with another name. */
export const subjects: RuleSubjects<OpenstackAnsibleConfig> = {
  kind: 'openstack_ansible',
  exampleFile: 'openstack_user_config.yml',
  *subjects(definitions, context) {
    for (const { mains, ...folder } of folders(definitions)) {
      const main = mains.find(({ path }) => isUserConfig(path))
      const { shared, envD, variables } = folder
      if (main || shared.length + envD.length + variables.length > 0) {
        yield configOf({ ...folder, main }, definitions, context)
      }
      for (const other of mains) {
        if (other === main) continue
        yield configOf({ ...folder, main: other, shared: [], variables: [] }, definitions, context)
      }
    }
  },
}

/** The files of one configuration. */
interface Folder {
  path: string
  /** Files of conf.d. */
  shared: Definition[]
  envD: Definition[]
  variables: Definition[]
}

function folders(definitions: readonly Definition[]): Iterable<Folder & { mains: Definition[] }> {
  const found = new Map<string, Folder & { mains: Definition[] }>()
  const unread: [folder: string, Definition][] = []
  for (const definition of definitions) {
    const { part, folder: path } = partOf(definition.path)
    // an encrypted or empty file of variables is only recognizable by its path
    if (definition.kind !== 'openstack_ansible') {
      if (part === 'user_variables' || part === 'group_variables') unread.push([path, definition])
      continue
    }
    const folder = found.get(path) ?? { path, mains: [], shared: [], envD: [], variables: [] }
    found.set(path, folder)
    if (part === 'main') folder.mains.push(definition)
    else if (part === 'conf.d') folder.shared.push(definition)
    else if (part === 'env.d') folder.envD.push(definition)
    else folder.variables.push(definition)
  }
  for (const [path, definition] of unread) found.get(path)?.variables.push(definition)
  return found.values()
}

function configOf(
  { path: folder, main, shared, envD, variables }: Folder & { main: Definition | undefined },
  everything: readonly Definition[],
  context: RuleContext,
): OpenstackAnsibleConfig {
  const files = main ? [main, ...shared] : shared
  const first = files[0] ?? variables[0] ?? envD[0]
  return {
    ...readUserConfig(files),
    path: first?.path ?? '',
    isComplete: main?.yaml?.problems.every(({ kind }) => kind !== 'syntax') ?? false,
    isTemplated: [...files, ...envD].some(({ templated }) => templated),
    envD: readEnvD(envD),
    variables: readVariables(variables),
    get known() {
      return knownTo(context)
    },
    files: context.files,
    folder,
    everything,
  }
}
