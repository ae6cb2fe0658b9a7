// Generated from schemas/ by script/generate.mjs. Do not edit.

export type Globs = string[]
export type Name = string
export type EnvironmentSettings = InPlaceSettings | BlueGreenSettings
/**
 * A length of time: 500ms, 30s, 10m, 2h, 1d.
 */
export type Duration = string
export type Probes = ProbeSettings[]

/**
 * changeover.yml: how a repository of OpenStack definitions is checked, packaged, tested and changed over.
 */
export interface Manifest {
  /**
   * The version of this format. Always 1.
   */
  version: 1
  /**
   * The name of the cloud or region; releases are named after it.
   */
  name: string
  validate?: ValidateSettings
  release?: ReleaseSettings
  /**
   * Services that the built-in OpenStack graph does not know, or knows otherwise.
   */
  services?: {
    [k: string]: ServiceSettings
  }
  /**
   * Where releases go: staging, production…
   */
  environments?: {
    [k: string]: EnvironmentSettings
  }
}
export interface ValidateSettings {
  ignore?: Globs
  /**
   * The severity of single rules, or off.
   */
  rules?: {
    [k: string]: 'error' | 'warning' | 'notice' | 'off' | false
  }
}
export interface ReleaseSettings {
  include?: Globs
  exclude?: Globs
}
export interface ServiceSettings {
  /**
   * Services that must be good before this one is tested.
   */
  needs?: Name[]
}
export interface InPlaceSettings {
  strategy: 'in_place'
  env?: Env
  up?: CommandSettings
  deploy?: CommandSettings
  verify?: Probes
  /**
   * Tests for each service, and `together` for all of them at once.
   */
  tests?: {
    [k: string]: TestSettings[]
  }
  down?: CommandSettings
}
/**
 * Environment variables; quote numbers. ${NAME} and ${NAME:-default} are replaced.
 */
export interface Env {
  [k: string]: string
}
export interface CommandSettings {
  /**
   * Run with bash -euo pipefail in the unpacked release. Values reach it through the environment.
   */
  run: string
  timeout?: Duration
}
export interface ProbeSettings {
  name?: string
  http?: HttpProbeSettings
  /**
   * A command; exit status 0 is good.
   */
  run?: string
  every?: Duration
  timeout?: Duration
  /**
   * Good answers in a row that are needed. Default: 1.
   */
  passes?: number
  /**
   * Bad answers that are put up with. Default: 10.
   */
  failures?: number
}
export interface HttpProbeSettings {
  url: string
  /**
   * The answers that are good. Default: 200 to 399.
   */
  status?: number[]
  /**
   * A text that the answer must contain.
   */
  contains?: string
}
export interface TestSettings {
  name?: string
  run: string
  timeout?: Duration
  /**
   * The format of the report that the command writes.
   */
  report?: 'junit'
  /**
   * Where the reports are: a glob in the release folder.
   */
  path?: string
}
export interface BlueGreenSettings {
  strategy: 'blue_green'
  env?: Env
  colors?: ColorsSettings
  expand?: CommandSettings
  deploy: CommandSettings
  verify: Probes
  router: RouterSettings
  witness?: WitnessSettings
  bake?: BakeSettings
  rollback_window?: Duration
  contract?: CommandSettings
  retire?: CommandSettings
}
/**
 * What differs between the two halves.
 */
export interface ColorsSettings {
  blue?: ColorSettings
  green?: ColorSettings
}
export interface ColorSettings {
  env?: Env
}
export interface RouterSettings {
  haproxy?: HaproxySettings
  local?: LocalRouterSettings
}
export interface HaproxySettings {
  nodes: HaproxyNode[]
  /**
   * Each key of the map with the backend it leads to; {color} stands for the color.
   */
  map: {
    [k: string]: string
  }
}
export interface HaproxyNode {
  /**
   * The stats socket: unix:///run/haproxy/admin.sock.
   */
  socket: string
  /**
   * The map file that HAProxy loaded.
   */
  map_file: string
}
/**
 * A small forwarder for laptops and demos; not for production.
 */
export interface LocalRouterSettings {
  services: {
    [k: string]: LocalRouterService
  }
}
export interface LocalRouterService {
  /**
   * host:port that users connect to.
   */
  listen: string
  /**
   * host:port of the blue color.
   */
  blue: string
  /**
   * host:port of the green color.
   */
  green: string
}
export interface WitnessSettings {
  /**
   * The live endpoint, as users reach it.
   */
  url: string
  /**
   * Requests a second. Default: 20.
   */
  rate?: number
  timeout?: Duration
  /**
   * The answers that are good. Default: 200 to 399.
   */
  status?: number[]
  budget?: WitnessBudget
}
export interface WitnessBudget {
  /**
   * Failed requests that are put up with. Default: 0.
   */
  failed?: number
}
export interface BakeSettings {
  for?: Duration
}
