import { asScalar } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { EXAMPLE } from './shared/example.js'

/** One week, in seconds. */
const LONGEST_EXPIRY = 604800

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/invalid-fernet-token-expiry',
  severity: 'error',
  summary: 'fernet_token_expiry is not a whole number of seconds up to one week',
  help: 'kolla-ansible derives the schedule of the cron job that rotates the Fernet keys from this value, and the schedule spans at most one week. `kolla-ansible prechecks` fails unless the value is a whole number from 0 to 604800, without quotes.',
  example: {
    bad: `${EXAMPLE}fernet_token_expiry: 1209600\n`,
    good: `${EXAMPLE}fernet_token_expiry: 86400\n`,
  },
  check({ ownSetting }, report) {
    const setting = ownSetting('fernet_token_expiry')
    const scalar = asScalar(setting?.node)
    if (!setting || !scalar || scalar.value === null || isTemplatedValue(scalar.text)) return
    const { value } = scalar
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LONGEST_EXPIRY) return
    if (typeof value === 'string' && /^\d+$/.test(value))
      report(setting, `fernet_token_expiry is the text "${value}", not a number.`, 'Remove the quotes.')
    else
      report(
        setting,
        `fernet_token_expiry is ${scalar.text}, which is not a whole number from 0 to ${LONGEST_EXPIRY}.`,
        'Choose a value that divides a week evenly, for example 86400.',
      )
  },
})
