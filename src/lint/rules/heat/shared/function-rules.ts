export const template = (name: string) => `heat_template_version: 2018-08-31
resources:
  network:
    type: OS::Neutron::Net
    properties:
      name: ${name}
`
