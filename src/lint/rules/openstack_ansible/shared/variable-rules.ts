import { EXAMPLE } from './example.js'

export const USER_VARIABLES = 'user_variables.yml'

export function example(bad: string, good: string) {
  const config = { 'openstack_user_config.yml': EXAMPLE }
  return { bad: { ...config, [USER_VARIABLES]: bad }, good: { ...config, [USER_VARIABLES]: good } }
}
