export const VERSION = 'heat_template_version: 2018-08-31\n'

export function group(policy: string): string {
  return `${VERSION}resources:
  networks:
    type: OS::Heat::ResourceGroup
    update_policy: { ${policy} }
    properties: { count: 2, resource_def: { type: OS::Neutron::Net } }
`
}
