/** Templates that the examples of several rules are made of. */
export const VERSION = 'heat_template_version: 2018-08-31\n'

export const NETWORK = `${VERSION}resources:
  network:
    type: OS::Neutron::Net
`

/** A template whose parameter `limit` has this definition. */
export const withParameter = (parameter: string) => `${VERSION}parameters:
  limit: ${parameter}
resources:
  network:
    type: OS::Neutron::Net
    properties: { name: { get_param: limit } }
`

export const VALID_PARAMETER = withParameter(
  '{ type: number, default: 5, constraints: [{ range: { min: 1, max: 9 } }] }',
)

/** A template whose parameter `admin_password` has these keys beside its type. */
export const withPassword = (keys: string) => `${VERSION}parameters:
  admin_password: { type: string${keys} }
resources:
  server:
    type: OS::Nova::Server
    properties:
      flavor: small
      admin_pass: { get_param: admin_password }
      networks: [{ network: web }]
`

/** A template with a resource of this type, followed by more lines of the resource. */
export const withType = (type: string, more = '') => `${VERSION}resources:
  web:
    type: ${type}
${more}`

/** A template with a network that has this name. */
export const withName = (name: string) => `${VERSION}resources:
  network:
    type: OS::Neutron::Net
    properties:
      name: ${name}
`

/** A template with a subnet that has these properties, one on each line. */
export const withSubnet = (properties: string) => `${VERSION}resources:
  network: { type: OS::Neutron::Net }
  subnet:
    type: OS::Neutron::Subnet
    properties:
${properties.replace(/^/gm, '      ')}
`

export const VALID_SUBNET = withSubnet('network: { get_resource: network }\ncidr: 192.0.2.0/24')

/** A template with an output that is this attribute of a network. */
export const withAttribute = (attribute: string) => `${VERSION}resources:
  network: { type: OS::Neutron::Net }
outputs:
  mtu: { value: { get_attr: [network, ${attribute}] } }
`

/** A template with a script that the file scripts/setup.sh contains. */
export const SCRIPT_IN_FILE = `${VERSION}resources:
  setup:
    type: OS::Heat::SoftwareConfig
    properties: { config: { get_file: scripts/setup.sh } }
`
