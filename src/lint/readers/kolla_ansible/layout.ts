/** How a repository arranges kolla-ansible's variables: as kolla-ansible itself, kayobe or OSISM expects. */
export type Layout = 'kolla' | 'kayobe' | 'osism'

/** The configuration of one cloud. */
export interface CloudFolder {
  layout: Layout
  /** The root folder of the configuration; empty, or with a `/` at its end. */
  root: string
  /** Kayobe's environment, which overrides the base configuration. */
  environment: string | undefined
}

/** The role of a file of variables in the configuration of a cloud. */
export interface KollaFile extends CloudFolder {
  /** Whose variables it sets: kolla-ansible's, kayobe's or OSISM's own, or the passwords. */
  part: 'globals' | 'kayobe' | 'manager' | 'passwords'
  /** Whether it is one of several files that are merged. */
  isPart: boolean
}

const KAYOBE = /^((?:.*\/)?etc\/kayobe\/)(?:environments\/([^/]+)\/)?(.+)$/
const OSISM = /^((?:.*\/)?)environments\/(kolla|manager)\/([^/]+)\.ya?ml$/
const GLOBALS = /^((?:.*\/)?)globals\.ya?ml$/
const GLOBALS_D = /^((?:.*\/)?)globals\.d\/[^/]+\.ya?ml$/
const PASSWORDS = /^((?:.*\/)?)passwords\.ya?ml$/

/** The role of a YAML file by its path; `undefined` when the path alone does not tell. */
export function kollaFileOf(path: string): KollaFile | undefined {
  return kayobePlace(path) ?? osismPlace(path) ?? kollaPlace(path)
}

/** Whether a file sets kayobe's own variables, regardless of their names. */
export function isKayobeVars(path: string): boolean {
  return kayobePlace(path)?.part === 'kayobe'
}

function kayobePlace(path: string): KollaFile | undefined {
  const [, root, environment, rest = ''] = KAYOBE.exec(path) ?? []
  if (root === undefined) return undefined
  const common = { layout: 'kayobe', root, environment } as const
  if (/^[^/]+\.ya?ml$/.test(rest)) return { ...common, part: 'kayobe', isPart: true }
  if (/^kolla\/globals(\.d\/[^/]+)?\.ya?ml$/.test(rest)) return { ...common, part: 'globals', isPart: true }
  if (/^kolla\/passwords\.ya?ml$/.test(rest)) return { ...common, part: 'passwords', isPart: false }
  return undefined
}

function osismPlace(path: string): KollaFile | undefined {
  const [, root, folder, name = ''] = OSISM.exec(path) ?? []
  if (root === undefined) return undefined
  const common = { layout: 'osism', root, environment: undefined } as const
  if (folder === 'manager')
    return name === 'configuration' ? { ...common, part: 'manager', isPart: false } : undefined
  if (name === 'secrets') return { ...common, part: 'passwords', isPart: false }
  return { ...common, part: 'globals', isPart: true }
}

function kollaPlace(path: string): KollaFile | undefined {
  const common = { layout: 'kolla', environment: undefined } as const
  const main = GLOBALS.exec(path)
  if (main) return { ...common, root: main[1] ?? '', part: 'globals', isPart: false }
  const part = GLOBALS_D.exec(path)
  if (part) return { ...common, root: part[1] ?? '', part: 'globals', isPart: true }
  const passwords = PASSWORDS.exec(path)
  if (passwords) return { ...common, root: passwords[1] ?? '', part: 'passwords', isPart: false }
  return undefined
}

/** The folder in which kolla-ansible's roles look for override files. */
export function overridesFolder({ layout, root, environment }: CloudFolder): string {
  if (layout === 'osism') return `${root}environments/kolla/files/overlays/`
  if (layout === 'kolla') return `${root}config/`
  return environment === undefined
    ? `${root}kolla/config/`
    : `${root}environments/${environment}/kolla/config/`
}
