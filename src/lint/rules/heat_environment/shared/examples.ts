/** An environment beside its template, which declares the parameter `size`. */
export const withTemplate = (environment: string) => ({
  'data.yaml': `heat_template_version: 2018-08-31
parameters:
  size: { type: number, constraints: [{ range: { min: 1, max: 9 } }] }
resources:
  data:
    type: OS::Cinder::Volume
    deletion_policy: Retain
    properties: { size: { get_param: size } }
`,
  'data.env': environment,
})
