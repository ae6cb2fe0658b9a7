import { nearest } from '../../../../platform/nearest.js'
import { asScalar } from '../../../../yaml/tree.js'
import type { Rule } from '../../../engine/rule.js'
import type { HeatEnvironment } from '../../../readers/heat/environment-model.js'
import { brokenValue, parameterOf } from '../../../readers/heat/parameters.js'

const TEMPLATE = `heat_template_version: 2018-08-31
parameters:
  size: { type: number, constraints: [{ range: { min: 1, max: 9 } }] }
resources:
  data:
    type: OS::Cinder::Volume
    deletion_policy: Retain
    properties: { size: { get_param: size } }
`
const files = (environment: string) => ({ 'data.yaml': TEMPLATE, 'data.env': environment })

const unknownParameter: Rule<HeatEnvironment> = {
  id: 'heat_environment/unknown-parameter',
  severity: 'error',
  summary: 'an environment gives a value for a parameter that its template does not have',
  help: 'Heat refuses a stack when parameters has a name that the template does not declare. What only nested templates take stands under parameter_defaults. An environment is held to the template beside it that has the same name.',
  example: { bad: files('parameters:\n  sise: 5\n'), good: files('parameters:\n  size: 5\n') },
  *check({ path, parameters, template }) {
    if (!template) return
    const known = new Set(template.parameters.map(({ key }) => key))
    for (const { key, keyRange } of parameters) {
      if (known.has(key)) continue
      const near = nearest(key, known)
      yield {
        file: path,
        range: keyRange,
        message: `${template.path} has no parameter "${key}".`,
        help: near ? `Did you mean "${near}"?` : 'Remove it, or put it under parameter_defaults.',
      }
    }
  },
}

const parameterValue: Rule<HeatEnvironment> = {
  id: 'heat_environment/parameter-value',
  severity: 'error',
  summary: 'an environment gives a parameter a value that its template does not allow',
  help: 'Heat holds every value to the type and the constraints that the template declares, and refuses the stack when one does not fit. An environment is held to the template beside it that has the same name.',
  example: { bad: files('parameters:\n  size: 50\n'), good: files('parameters:\n  size: 5\n') },
  *check({ path, parameters, defaults, template }) {
    if (!template) return
    const declared = new Map(template.parameters.map((entry) => [entry.key, parameterOf(entry)]))
    for (const { key, value } of [...parameters, ...defaults]) {
      const parameter = declared.get(key)
      const broken = parameter && brokenValue(parameter, value)
      if (!broken) continue
      const scalar = asScalar(value)
      const shown = parameter.isHidden || !scalar ? '' : `, not ${scalar.text.slice(0, 40) || 'empty'}`
      yield {
        file: path,
        range: value.range,
        message: `"${key}" ${broken}${shown}.`,
        help: `Write a value that ${template.path} allows.`,
      }
    }
  },
}

export const environmentParameterRules = [unknownParameter, parameterValue]
