import { called, GOOD, rule, sinceName, subnet } from './shared/property-rules.js'

export default rule(
  ['old'],
  {
    id: 'heat/deprecated-property',
    severity: 'warning',
    summary: 'a property is deprecated',
    help: 'Heat still takes a deprecated property, but no longer tests or documents it, and may stop to. Most of them have a successor of another name.',
    example: { bad: subnet('network_id: { get_resource: network }\ncidr: 192.0.2.0/24'), good: GOOD },
  },
  (misfit) => {
    const { schema } = misfit
    const [instead] = schema?.instead ?? []
    const since = schema?.deprecated_in ?? schema?.since
    return {
      message: `${called(misfit)} is deprecated${since ? ` since ${sinceName(since)}` : ''}.`,
      help: instead ? `Use "${instead}" instead.` : 'Remove it, or use what replaced it.',
    }
  },
)
