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
      'Remove `during: bake` from at least one probe.',
    )
  }
  for (const [index, { http, openstack, prometheus, during }] of probes.entries()) {
    const here = [...at, index]
    if (during === 'bake' && !isBaked) {
      report(
        [...here, 'during'],
        'this environment has no bake, so that the probe would never be asked',
        'Remove it.',
      )
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
        'at_most compares with the other color, and an in-place environment has none',
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
    report(at, 'cross_color needs another color, and an in-place environment has none', 'Remove it.')
  } else if (during === 'bake') {
    report(at, 'cross_color is asked only before the shift, never during the bake', 'Remove during.')
  } else if (!authUrl.includes('${')) {
    report(
      at,
      'both colors would use the same Keystone',
      "Name the color's own in auth_url by a variable of colors.<color>.env: http://10.0.0.21:${KEYSTONE_PORT}/v3.",
    )
  }
}

function checkHttp(http: HttpProbeSettings, at: YamlPath, report: Report): void {
  const { matches, json = {}, contains, method } = http
  if (matches !== undefined && !isPattern(matches)) {
    report(
      [...at, 'matches'],
      `"${matches}" is not a valid regular expression`,
      'Use the syntax of JavaScript, with the flag u.',
    )
  }
  for (const path of Object.keys(json)) {
    if (parseJsonPath(path)) continue
    report(
      [...at, 'json', path],
      `"${path}" is not a valid path`,
      'Write it as versions[0].status or servers[*].name.',
    )
  }
  const needsBody = contains !== undefined || matches !== undefined || http.json !== undefined
  if (method === 'HEAD' && needsBody) {
    report(
      [...at, 'method'],
      'the answer to a HEAD request has no body',
      'Use GET, or check only status and headers.',
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
    report(
      [...at, 'endpoints', service],
      `${service} is not among the services of this probe`,
      'Add it to services, or remove it here.',
    )
  }
  if (!hasColors) return
  for (const service of services) {
    if (service === 'keystone' || Object.hasOwn(endpoints, service)) continue
    report(
      [...at, 'services'],
      `${service} would be asked at its live address, not on the color that is verified`,
      `Add the address of the color under endpoints, as  ${service}: "http://10.0.0.21:\${${service.toUpperCase()}_PORT}"  or, if both colors share the service,  ${service}: catalog`,
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
