export const template = (parameter: string, use = 'get_param: limit') => `heat_template_version: 2018-08-31
parameters:
  limit: ${parameter}
resources:
  network:
    type: OS::Neutron::Net
    properties: { name: { ${use} } }
`

export const GOOD = template('{ type: number, default: 5, constraints: [{ range: { min: 1, max: 9 } }] }')
