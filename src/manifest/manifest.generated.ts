// Generated from schemas/ by script/generate.mjs. Do not edit.

/**
 * Patterns of paths below the folder: ** is any number of folders, * anything but a slash.
 */
export type Globs = string[]
/**
 * Small letters, digits, dashes and underscores, at most 63 of them.
 */
export type Name = string
/**
 * A length of time: 500ms, 30s, 10m, 2h, 1d.
 */
export type Duration = string
export type EnvironmentSettings = InPlaceSettings | BlueGreenSettings
export type Gates = GateSettings[]
/**
 * Questions with a yes or no answer, asked side by side.
 */
export type Probes = ProbeSettings[]
export type Rolling = RollingStep[]

/**
 * changeover.yml: how a repository of OpenStack definitions is checked, packaged, tested and changed over.
 */
export interface Manifest {
  /**
   * The version of this format.
   */
  version: 1
  /**
   * The name of the cloud or region; releases are named after it.
   */
  name: string
  /**
   * The OpenStack release that the definitions are for: zed, 2024.1, caracal, stable/2024.1… Default: what they say themselves, otherwise the newest that is known.
   */
  openstack_release?: string | number
  validate?: ValidateSettings
  release?: ReleaseSettings
  /**
   * Services by name, where they differ from the OpenStack graph that is built in. One with tests that is not built in must stand here.
   */
  services?: {
    [k: string]: ServiceSettings
  }
  /**
   * Where releases go, by name: staging, production…
   */
  environments?: {
    [k: string]: EnvironmentSettings
  }
}
export interface ValidateSettings {
  ignore?: Globs
  /**
   * Another severity for a rule, by its id, or off. Default: as on the rule's page.
   */
  rules?: {
    [k: string]: 'error' | 'warning' | 'notice' | 'off' | false
  }
  /**
   * The repository's own linters and tests, run side by side. Default: none.
   */
  checks?: CheckSettings[]
}
export interface CheckSettings {
  name: Name
  /**
   * A script for bash -euo pipefail, run in the folder that is checked. Values reach it through the environment.
   */
  run: string
  /**
   * What tells the findings: a SARIF or JUnit report, or the exit status alone. Default: exit.
   */
  report?: 'sarif' | 'junit' | 'exit'
  /**
   * Where the command writes its reports: a glob in the folder. Older files than the run do not count. Default: standard output.
   */
  path?: string
  timeout?: Duration
  env?: Env
}
/**
 * Environment variables; quote numbers. ${NAME} and ${NAME:-default} are replaced.
 */
export interface Env {
  [k: string]: string
}
export interface ReleaseSettings {
  include?: Globs
  exclude?: Globs
  /**
   * Where releases are kept and looked for: file:FOLDER, github-artifact:, github-release:, oci://REGISTRY/REPOSITORY. Default: nowhere, archives are handed on as files.
   */
  store?: string
}
export interface ServiceSettings {
  /**
   * Services that must be good before this one is tested. Default: those of the built-in graph.
   */
  needs?: Name[]
}
export interface InPlaceSettings {
  /**
   * A release replaces the one before. Tests run in such an environment.
   */
  strategy: 'in_place'
  env?: Env
  /**
   * Refuse every release that was not attested as it says here, before anything of it is unpacked. `true`: by any workflow of this repository.
   */
  require_attestation?: true | AttestationSettings
  up?: CommandSettings
  gates?: Gates
  deploy?: CommandSettings
  rolling?: Rolling
  verify?: Probes
  witness?: WitnessSettings
  bake?: BakeSettings
  /**
   * Tests by service, and `together` for all of them at once. A service is tested after those that it needs.
   */
  tests?: {
    [k: string]: TestSettings[]
  }
  down?: CommandSettings
}
/**
 * Whose attestations count.
 */
export interface AttestationSettings {
  /**
   * The repository whose run attested, as `OWNER/NAME`. Default: this one.
   */
  repository?: string
  /**
   * The workflow that attested: its path in the repository, or `OWNER/NAME/PATH` for one that is shared. Default: any of the repository.
   */
  workflow?: string
  /**
   * The Git ref that its run was for, as `refs/heads/main`. Default: any.
   */
  ref?: string
}
export interface CommandSettings {
  /**
   * A script for bash -euo pipefail, run in the unpacked release. Values reach it through the environment.
   */
  run: string
  timeout?: Duration
}
export interface GateSettings {
  /**
   * What results call it, and $CHANGEOVER_GATE: letters, digits, spaces, dots, dashes and underscores.
   */
  name: string
  /**
   * A script for bash -euo pipefail, run in the unpacked release. It must change nothing.
   */
  run: string
  timeout?: Duration
  /**
   * Exit statuses that let the upgrade begin. Default: 0 alone.
   */
  accept?: number[]
}
export interface RollingStep {
  /**
   * What results call it, and $CHANGEOVER_STEP: letters, digits, spaces, dots, dashes and underscores.
   */
  name: string
  /**
   * The hosts in their order: a list, or a command that prints one a line: `{ run: ./hosts.sh compute }`
   */
  hosts:
    | string[]
    | {
        /**
         * A command that prints one host a line on standard output.
         */
        run: string
        timeout?: Duration
      }
  /**
   * How many hosts at a time: a number from 1, or a part of all as "25%". A list gives the size of each batch, and its last one repeats: [1, 5, "30%"]. Default: 1.
   */
  batch?: number | string | (number | string)[]
  drain?: CommandSettings
  deploy: CommandSettings
  verify?: Probes
  restore?: CommandSettings
  pause?: Duration
}
export interface ProbeSettings {
  /**
   * What logs and results call it. Default: its address, query or command.
   */
  name?: string
  http?: HttpProbeSettings
  tcp?: TcpProbeSettings
  openstack?: OpenStackProbeSettings
  prometheus?: PrometheusProbeSettings
  /**
   * Run a command; exit status 0 is good, 75 is inconclusive, any other is bad.
   */
  run?: string
  /**
   * When it is asked: `verify`, before users are on the color, or `bake`, while they are. Default: both.
   */
  during?: 'verify' | 'bake'
  every?: Duration
  timeout?: Duration
  /**
   * Good answers in a row that are needed. Default: 1.
   */
  passes?: number
  /**
   * Bad answers that are put up with; while users are on the color, at most 2 in a row. Default: 10.
   */
  failures?: number
  /**
   * Answers in a row that are put up with although nothing follows from them. Default: 10.
   */
  inconclusive?: number
}
export interface HttpProbeSettings {
  /**
   * The address of the color itself, not the one that users have.
   */
  url: string
  /**
   * How it is asked. Default: GET.
   */
  method?: 'GET' | 'HEAD'
  send?: Headers
  /**
   * The answers that are good. Default: 200 to 399.
   */
  status?: number[]
  header?: Headers
  /**
   * A text that the answer must contain, in its first 64 KiB.
   */
  contains?: string
  /**
   * A regular expression that must match within the first 64 KiB. One that takes longer than 250 ms is inconclusive.
   */
  matches?: string
  /**
   * Values that the answer must have, by path: `version.id`, `versions[0].status`, `servers[*].name` (one of them).
   */
  json?: {
    [k: string]: string | number | boolean | null
  }
  /**
   * Redirects that are followed, on the same host alone; 0: a redirect is an answer. Default: 0.
   */
  redirects?: number
  /**
   * The longest answer that is read; a longer one is bad. Default: 1048576.
   */
  max_bytes?: number
  tls?: TlsSettings
}
/**
 * Headers by name.
 */
export interface Headers {
  [k: string]: string
}
/**
 * Whom to trust. Default: the public authorities, and the name in the address.
 */
export interface TlsSettings {
  /**
   * A file with the certificates, in PEM, that are trusted instead of the public ones; a relative path starts in the release.
   */
  ca?: string
  /**
   * The name that the certificate must have, when it is not the one in the address.
   */
  server_name?: string
}
export interface TcpProbeSettings {
  /**
   * host:port of the color itself.
   */
  address: string
  /**
   * A text that must come within the first 4 KiB. Default: none, so that a connection is enough.
   */
  banner?: string
  /**
   * What is said first, for a service that waits for a question. Needs a banner.
   */
  send?: string
}
export interface OpenStackProbeSettings {
  /**
   * The services that are asked. Default: keystone alone.
   */
  services?: (
    | 'keystone'
    | 'glance'
    | 'placement'
    | 'nova'
    | 'neutron'
    | 'cinder'
    | 'heat'
    | 'octavia'
    | 'barbican'
    | 'designate'
    | 'swift'
    | 'ironic'
    | 'magnum'
    | 'manila'
    | 'trove'
    | 'mistral'
  )[]
  /**
   * The cloud of clouds.yaml whose credentials are used. Default: that of OS_CLOUD; without it, the other OS_ variables.
   */
  cloud?: string
  /**
   * The clouds.yaml; a relative path starts in the release. Default: that of OS_CLIENT_CONFIG_FILE, otherwise the release's own.
   */
  clouds_file?: string
  /**
   * The address of the color's own Keystone. Default: what the credentials say.
   */
  auth_url?: string
  /**
   * Whether tokens of each color must be good at the other one as well, before users are moved. Needs auth_url. Default: false.
   */
  cross_color?: boolean
  /**
   * Where the services must be. Default: what the credentials say.
   */
  region?: string
  /**
   * Through which of its addresses the catalog must have a service. Default: what the credentials say, otherwise public.
   */
  interface?: 'public' | 'internal' | 'admin'
  /**
   * Addresses of the color's own services, by service: the catalog has those of users. Without a path they get the catalog's. `catalog`: ask where the catalog says.
   */
  endpoints?: {
    [k: string]: string
  }
  tls?: TlsSettings
}
export interface PrometheusProbeSettings {
  /**
   * The address of Prometheus, without /api.
   */
  url: string
  /**
   * A query that gives one number. ${CHANGEOVER_COLOR} is the color that is asked about.
   */
  query: string
  /**
   * The number must be less than this one.
   */
  below?: number
  /**
   * The number must be greater than this one.
   */
  above?: number
  /**
   * How many times the other color's number it may be, as 1.2x. Compared while the other color is the one that users are, or were, on.
   */
  at_most?: string
  /**
   * What it may be above that, so that a few errors are not infinitely more than none. Default: 0.
   */
  margin?: number
  send?: Headers
  tls?: TlsSettings
}
export interface WitnessSettings {
  /**
   * The live endpoint, as users reach it. Every request has a connection of its own. Short for one of endpoints, by the name live.
   */
  url?: string
  /**
   * Several live endpoints instead of url; each is asked at the whole rate.
   */
  endpoints?: WitnessEndpointSettings[]
  /**
   * Requests a second to each endpoint. Default: 20.
   */
  rate?: number
  timeout?: Duration
  /**
   * The answers that are good. Default: 200 to 399.
   */
  status?: number[]
  budget?: WitnessBudget
}
export interface WitnessEndpointSettings {
  /**
   * What reports call it.
   */
  name: string
  /**
   * The endpoint, as users reach it. Every request has a connection of its own.
   */
  url: string
  /**
   * The answers that are good. Default: those of the witness.
   */
  status?: number[]
}
/**
 * What the witness puts up with; more takes users back.
 */
export interface WitnessBudget {
  /**
   * Failed requests that are put up with, of all endpoints together. Default: 0.
   */
  failed?: number
  p95?: Duration
  p99?: Duration
  /**
   * How many times as long as before the switch an endpoint's 95th percentile may be on the new color. Default: not judged.
   */
  slowdown?: number
}
export interface BakeSettings {
  for?: Duration
}
export interface TestSettings {
  /**
   * What results call the test. Default: the service.
   */
  name?: string
  /**
   * A script for bash -euo pipefail, run in the unpacked release. Exit status 0 is a pass.
   */
  run: string
  timeout?: Duration
  /**
   * The format of the report that the command writes. A pass then needs a report in which a case ran and none failed.
   */
  report?: 'junit'
  /**
   * Where the reports are: a glob in the release folder. Older files than the test do not count.
   */
  path?: string
}
export interface BlueGreenSettings {
  /**
   * A release goes to the idle color, and users go there when it is healthy.
   */
  strategy: 'blue_green'
  env?: Env
  /**
   * Refuse every release that was not attested as it says here, before anything of it is unpacked. `true`: by any workflow of this repository.
   */
  require_attestation?: true | AttestationSettings
  colors?: ColorsSettings
  gates?: Gates
  expand?: CommandSettings
  deploy: CommandSettings
  verify: Probes
  router: RouterSettings
  witness?: WitnessSettings
  bake?: BakeSettings
  rolling?: Rolling
  promote_within?: Duration
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
  command?: CommandRouterSettings
  local?: LocalRouterSettings
}
export interface HaproxySettings {
  /**
   * All HAProxys that users reach; they are switched together, all or none.
   */
  nodes: HaproxyNode[]
  /**
   * Each key of the map with the backend that it leads to; {color} stands for the color. Either this or servers.
   */
  map?: {
    [k: string]: string
  }
  /**
   * Each backend with the names of its servers; {color} stands for the color, * for any text. Either this or map.
   */
  servers?: {
    [k: string]: string
  }
  health_timeout?: Duration
  drain_timeout?: Duration
  /**
   * What the servers that users left are kept in. With drain their health checks go on, so that a rollback need not wait for them; but users with a cookie of theirs still come. With servers only. Default: maintenance.
   */
  standby?: 'maintenance' | 'drain'
}
export interface HaproxyNode {
  /**
   * The stats socket: unix:///run/haproxy/admin.sock, tcp://127.0.0.1:9999, or ssh://user@host/run/haproxy/admin.sock on another machine. A map takes level operator, servers take level admin.
   */
  socket: string
  /**
   * The map file, spelled as in the node's configuration, where Changeover can replace it; with an ssh: socket it is on that machine. With map only, and needed there.
   */
  map_file?: string
  /**
   * The node's server-state-file, where Changeover can replace it: a reload then keeps the color; with an ssh: socket it is on that machine. With servers only.
   */
  state_file?: string
  /**
   * The node stands by, as keepalived's backup does: it is switched and read back before the others. Default: false.
   */
  passive?: boolean
}
export interface CommandRouterSettings {
  current: RouterCommand
  switch: RouterCommand
  check?: RouterCommand
}
export interface RouterCommand {
  /**
   * A script for bash -euo pipefail. A rollback has no release's files: what it calls must be on the machine. Values reach it through the environment.
   */
  run: string
  timeout?: Duration
}
/**
 * A small forwarder for laptops and demos; not for production.
 */
export interface LocalRouterSettings {
  /**
   * What is forwarded, by name.
   */
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
