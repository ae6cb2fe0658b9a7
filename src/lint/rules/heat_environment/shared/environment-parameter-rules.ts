export const TEMPLATE = `heat_template_version: 2018-08-31
parameters:
  size: { type: number, constraints: [{ range: { min: 1, max: 9 } }] }
resources:
  data:
    type: OS::Cinder::Volume
    deletion_policy: Retain
    properties: { size: { get_param: size } }
`

export const files = (environment: string) => ({ 'data.yaml': TEMPLATE, 'data.env': environment })
