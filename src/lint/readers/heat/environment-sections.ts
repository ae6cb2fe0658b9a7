/** What a Heat environment file may consist of. */
export const ENVIRONMENT_SECTIONS: readonly string[] = [
  'parameters',
  'parameter_defaults',
  'resource_registry',
  'encrypted_param_names',
  'event_sinks',
  'parameter_merge_strategies',
]
