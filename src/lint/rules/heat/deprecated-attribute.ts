import { declaredRule } from '../../engine/declared.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { withAttribute } from './shared/examples.js'

export default declaredRule({
  id: 'heat/deprecated-attribute',
  severity: 'warning',
  summary: 'get_attr reads a deprecated attribute',
  help: 'Heat still returns a deprecated attribute, but can remove it in a later release. Some deprecated attributes are always empty.',
  example: {
    bad: withAttribute('mtu')
      .replace(
        'OS::Neutron::Net }',
        'OS::Nova::Server, properties: { flavor: small, networks: [{ network: web }] } }',
      )
      .replace('mtu]', 'first_address]'),
    good: withAttribute('mtu'),
  },
  uses: heatLookups,
  reports: 'deprecated_attribute',
  describe: ({ name, owner, instead }) => ({
    message: `The attribute "${name}" of ${owner} is deprecated.`,
    help: instead ? `Use "${instead}" instead.` : 'Use another attribute.',
  }),
})
