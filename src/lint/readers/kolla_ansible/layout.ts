/** How a repository lays kolla-ansible's variables out: kolla-ansible's own way, kayobe's or OSISM's. */
export type Layout = 'kolla' | 'kayobe' | 'osism'

/** Where a file of variables belongs. */
export interface Place {
  layout: Layout
  /** The folder of the whole configuration; empty or with a `/` at its end. */
  root: string
  /** Kayobe's environment, which overrides what stands in the base. */
  environment: string | undefined
  /** Whose variables they are: kolla-ansible's, kayobe's own, or secrets. */
  part: 'globals' | 'kayobe' | 'manager' | 'passwords'
  /** Whether it is one file of several that are read together. */
  isPart: boolean
}

const KAYOBE = /^((?:.*\/)?etc\/kayobe\/)(?:environments\/([^/]+)\/)?(.+)$/
const OSISM = /^((?:.*\/)?)environments\/(kolla|manager)\/([^/]+)\.ya?ml$/
const GLOBALS = /^((?:.*\/)?)globals\.ya?ml$/
const GLOBALS_D = /^((?:.*\/)?)globals\.d\/[^/]+\.ya?ml$/
const PASSWORDS = /^((?:.*\/)?)passwords\.ya?ml$/

/** Where a YAML file belongs by its path, or `undefined` when only its content could tell. */
export function placeOf(path: string): Place | undefined {
  return kayobePlace(path) ?? osismPlace(path) ?? kollaPlace(path)
}

/** Whether a file holds kayobe's own variables, whatever their names are. */
export function isKayobeVars(path: string): boolean {
  return kayobePlace(path)?.part === 'kayobe'
}

function kayobePlace(path: string): Place | undefined {
  const [, root, environment, rest = ''] = KAYOBE.exec(path) ?? []
  if (root === undefined) return undefined
  const common = { layout: 'kayobe', root, environment } as const
  if (/^[^/]+\.ya?ml$/.test(rest)) return { ...common, part: 'kayobe', isPart: true }
  if (/^kolla\/globals(\.d\/[^/]+)?\.ya?ml$/.test(rest)) return { ...common, part: 'globals', isPart: true }
  if (/^kolla\/passwords\.ya?ml$/.test(rest)) return { ...common, part: 'passwords', isPart: false }
  return undefined
}

function osismPlace(path: string): Place | undefined {
  const [, root, folder, name = ''] = OSISM.exec(path) ?? []
  if (root === undefined) return undefined
  const common = { layout: 'osism', root, environment: undefined } as const
  if (folder === 'manager')
    return name === 'configuration' ? { ...common, part: 'manager', isPart: false } : undefined
  if (name === 'secrets') return { ...common, part: 'passwords', isPart: false }
  return { ...common, part: 'globals', isPart: true }
}

function kollaPlace(path: string): Place | undefined {
  const common = { layout: 'kolla', environment: undefined } as const
  const main = GLOBALS.exec(path)
  if (main) return { ...common, root: main[1] ?? '', part: 'globals', isPart: false }
  const part = GLOBALS_D.exec(path)
  if (part) return { ...common, root: part[1] ?? '', part: 'globals', isPart: true }
  const passwords = PASSWORDS.exec(path)
  if (passwords) return { ...common, root: passwords[1] ?? '', part: 'passwords', isPart: false }
  return undefined
}

/** The folder below which kolla-ansible's roles look for an operator's own files. */
export function overridesFolder({ layout, root, environment }: Omit<Place, 'part' | 'isPart'>): string {
  if (layout === 'osism') return `${root}environments/kolla/files/overlays/`
  if (layout === 'kolla') return `${root}config/`
  return environment === undefined
    ? `${root}kolla/config/`
    : `${root}environments/${environment}/kolla/config/`
}
