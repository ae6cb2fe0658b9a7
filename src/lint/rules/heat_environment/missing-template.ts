import { asScalar } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { HeatEnvironment } from '../../readers/heat/environment-model.js'
import { placeOf } from '../../readers/heat/place.js'
import { isSetting, linesOf } from './shared/environment-registry-rules.js'

const NESTED = 'heat_template_version: 2018-08-31\nresources:\n  network: { type: OS::Neutron::Net }\n'

export default defineRule<HeatEnvironment>({
  id: 'heat_environment/missing-template',
  severity: 'error',
  summary: 'the resource_registry names a template that is not there',
  help: 'The client reads every template of the registry, beside the environment file, before it sends anything; when one is missing it stops. Templates outside of the folder that is checked, and URLs, are left alone.',
  example: {
    bad: { 'region.env': 'resource_registry:\n  "My::Network": network.yaml\n' },
    good: { 'region.env': 'resource_registry:\n  "My::Network": network.yaml\n', 'network.yaml': NESTED },
  },
  check(environment, report) {
    const { path, folder } = environment
    for (const { entry, hasBase } of linesOf(environment)) {
      const target = asScalar(entry.value)
      if (hasBase || isSetting(entry) || typeof target?.value !== 'string' || target.text.includes('::'))
        continue
      const place = placeOf(path, target.text)
      if (!place || folder.hasFile(place.path) || isRendered(place.path, environment)) continue
      report(
        { file: path, range: target.range },
        `There is no file ${place.path}.`,
        'Correct the path, which starts at the folder of this file, or add the template.',
      )
    }
  },
})

/** A template that is made of another one before it is used. */
function isRendered(path: string, { folder }: HeatEnvironment): boolean {
  const stem = path.replace(/\.[^./]+$/, '')
  return [`${path}.j2`, `${stem}.j2.yaml`, `${stem}.j2`].some((other) => folder.hasFile(other))
}
