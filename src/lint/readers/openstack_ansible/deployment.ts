import type { RuleContext } from '../../engine/context.js'
import type { Definition } from '../../engine/definition.js'
import { type Known, knownTo } from '../../facts/openstack_ansible.js'
import type { Config } from './config.js'
import { type OwnEnvironment, ownEnvironment } from './environment.js'
import { isUserConfig, partOf } from './recognize.js'
import { readConfig } from './user-config.js'
import { readVariables, type Variables } from './variables.js'

/** One openstack-ansible configuration: openstack_user_config.yml merged with its conf.d, as the generator does. */
export interface Deployment extends Config {
  /** The file to blame for what is missing. */
  path: string
  /** Whether the main file is there and readable; without it, what is missing may stand there. */
  isWhole: boolean
  /** Whether a file is a template: how many hosts there are is then unknown. */
  isTemplated: boolean
  environment: OwnEnvironment
  variables: Variables
  /** What openstack-ansible itself knows; loaded when first asked for. */
  readonly known: Known
  /** Other files of the repository, by their paths. */
  files: ReadonlySet<string>
  /** The folder of the configuration, empty or with `/` at its end. */
  folder: string
  /** All definitions of the repository: what a user's variable is for may stand anywhere. */
  everything: readonly Definition[]
}

interface Folder {
  path: string
  mains: Definition[]
  shared: Definition[]
  skeletons: Definition[]
  variables: Definition[]
}

/** Group the files into configurations: one for each folder, and one for each main file of another name. */
export function* deployments(definitions: readonly Definition[], context: RuleContext): Iterable<Deployment> {
  for (const { path, mains, shared, skeletons, variables } of folders(definitions)) {
    const main = mains.find(({ path }) => isUserConfig(path))
    const make = (file: Definition | undefined, more: readonly Definition[], vars: readonly Definition[]) =>
      deployment({ folder: path, main: file, shared: more, skeletons, variables: vars }, definitions, context)
    if (main || shared.length + skeletons.length + variables.length > 0) yield make(main, shared, variables)
    for (const other of mains) if (other !== main) yield make(other, [], [])
  }
}

function folders(definitions: readonly Definition[]): Iterable<Folder> {
  const found = new Map<string, Folder>()
  const unread: [Folder['path'], Definition][] = []
  for (const definition of definitions) {
    const { part, folder: path } = partOf(definition.path)
    // a vaulted or empty file of variables is recognized by its place only
    if (definition.kind !== 'openstack_ansible') {
      if (part === 'user_variables' || part === 'group_variables') unread.push([path, definition])
      continue
    }
    const folder = found.get(path) ?? { path, mains: [], shared: [], skeletons: [], variables: [] }
    found.set(path, folder)
    if (part === 'main') folder.mains.push(definition)
    else if (part === 'conf.d') folder.shared.push(definition)
    else if (part === 'env.d') folder.skeletons.push(definition)
    else folder.variables.push(definition)
  }
  for (const [path, definition] of unread) found.get(path)?.variables.push(definition)
  return found.values()
}

function deployment(
  files: {
    folder: string
    main: Definition | undefined
    shared: readonly Definition[]
    skeletons: readonly Definition[]
    variables: readonly Definition[]
  },
  everything: readonly Definition[],
  context: RuleContext,
): Deployment {
  const { folder, main, shared, skeletons, variables } = files
  const configFiles = main ? [main, ...shared] : [...shared]
  const first = configFiles[0] ?? variables[0] ?? skeletons[0]
  return {
    ...readConfig(configFiles),
    path: first?.path ?? '',
    isWhole: main?.yaml?.problems.every(({ kind }) => kind !== 'syntax') ?? false,
    isTemplated: [...configFiles, ...skeletons].some(({ templated }) => templated),
    environment: ownEnvironment(skeletons),
    variables: readVariables(variables),
    get known() {
      return knownTo(context)
    },
    files: context.files,
    folder,
    everything,
  }
}
