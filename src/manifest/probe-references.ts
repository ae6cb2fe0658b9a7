import type { HttpProbeSettings, OpenStackProbeSettings, ProbeSettings } from '../../generated/manifest.js'
import type { YamlPath } from '../yaml/tree.js'
import { parseJsonPath } from './json-path.js'

type Report = (path: YamlPath, message: string, help: string) => void

/** What the schema cannot see of probes: patterns and paths that are none, and questions that would ask the wrong color. */
export function checkProbes(
  probes: readonly ProbeSettings[],
  at: YamlPath,
  { hasColors, isBaked }: { hasColors: boolean; isBaked: boolean },
  report: Report,
): void {
  if (hasColors && probes.length > 0 && probes.every(({ during }) => during === 'bake')) {
    report(
      at,
      'no probe is asked before traffic is on the color',
      'Let one of them be asked during verify as well.',
    )
  }
  for (const [index, { http, openstack, prometheus, during }] of probes.entries()) {
    const here = [...at, index]
    if (during === 'bake' && !isBaked) {
      report([...here, 'during'], 'nothing is baked here, so it would never be asked', 'Remove it.')
    }
    if (http) checkHttp(http, [...here, 'http'], report)
    if (openstack) checkEndpoints(openstack, [...here, 'openstack'], hasColors, report)
    if (openstack?.cross_color) {
      const { auth_url = '' } = openstack
      checkCrossColor(auth_url, during, [...here, 'openstack', 'cross_color'], hasColors, report)
    }
    if (prometheus?.at_most !== undefined && !hasColors) {
      report(
        [...here, 'prometheus', 'at_most'],
        'at_most compares with the other color, and here is none',
        'Use below or above.',
      )
    }
  }
}

function checkCrossColor(
  authUrl: string,
  during: ProbeSettings['during'],
  at: YamlPath,
  hasColors: boolean,
  report: Report,
): void {
  if (!hasColors) {
    report(at, 'cross_color needs another color, and this environment has none', 'Remove it.')
  } else if (during === 'bake') {
    report(at, 'cross_color is asked before traffic is shifted, so never during the bake', 'Remove during.')
  } else if (!authUrl.includes('${')) {
    report(
      at,
      'both colors would be asked at the same Keystone',
      "Name the color's own in auth_url by a variable of colors.<color>.env: http://10.0.0.21:${KEYSTONE_PORT}/v3.",
    )
  }
}

function checkHttp(http: HttpProbeSettings, at: YamlPath, report: Report): void {
  const { matches, json = {}, contains, method } = http
  if (matches !== undefined && !isPattern(matches)) {
    report(
      [...at, 'matches'],
      `"${matches}" is no regular expression`,
      'Write it as JavaScript does, with u.',
    )
  }
  for (const path of Object.keys(json)) {
    if (parseJsonPath(path)) continue
    report(
      [...at, 'json', path],
      `"${path}" is no path`,
      'Write it as versions[0].status or servers[*].name.',
    )
  }
  const needsBody = contains !== undefined || matches !== undefined || http.json !== undefined
  if (method === 'HEAD' && needsBody) {
    report(
      [...at, 'method'],
      'an answer to HEAD has nothing to look at',
      'Use GET, or check status and headers alone.',
    )
  }
}

/** A catalog has the addresses that users have, and those lead to the live color. */
function checkEndpoints(
  openstack: OpenStackProbeSettings,
  at: YamlPath,
  hasColors: boolean,
  report: Report,
): void {
  const { services = ['keystone'], endpoints = {} } = openstack
  for (const service of Object.keys(endpoints)) {
    if (services.some((name) => name === service)) continue
    report([...at, 'endpoints', service], `${service} is not asked`, 'Add it to services, or remove it here.')
  }
  if (!hasColors) return
  for (const service of services) {
    if (service === 'keystone' || Object.hasOwn(endpoints, service)) continue
    report(
      [...at, 'services'],
      `${service} would be asked at the address that users have, so not on the color that is verified`,
      `Add its own under endpoints, as  ${service}: "http://10.0.0.21:\${${service.toUpperCase()}_PORT}"  or, if that is meant,  ${service}: catalog`,
    )
  }
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') !== undefined
  } catch {
    return false
  }
}
