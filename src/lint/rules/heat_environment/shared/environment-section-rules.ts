export const GOOD = 'parameter_defaults:\n  flavor: small\n'

export const LISTS = new Set(['encrypted_param_names', 'event_sinks'])
