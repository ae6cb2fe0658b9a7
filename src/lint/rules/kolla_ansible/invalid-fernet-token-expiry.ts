import { asScalar } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atValue, ownSetting } from '../../readers/kolla_ansible/problem.js'
import { EXAMPLE } from './shared/example.js'

const LONGEST_EXPIRY = 604800

export default defineRule<Deployment>({
  id: 'kolla_ansible/invalid-fernet-token-expiry',
  severity: 'error',
  summary: 'fernet_token_expiry is no whole number of seconds up to a week',
  help: 'Keystone turns its Fernet keys over in step with this value, and the generator of that cron job spans a week at most. `kolla-ansible prechecks` fails unless it is a whole number, written without quotes, from 0 to 604800.',
  example: {
    bad: `${EXAMPLE}fernet_token_expiry: 1209600\n`,
    good: `${EXAMPLE}fernet_token_expiry: 86400\n`,
  },
  *check(deployment) {
    const setting = ownSetting(deployment, 'fernet_token_expiry')
    const scalar = asScalar(setting?.node)
    if (!setting || !scalar || scalar.value === null || isTemplatedValue(scalar.text)) return
    const { value } = scalar
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LONGEST_EXPIRY) return
    const isQuoted = typeof value === 'string' && /^\d+$/.test(value)
    yield atValue(
      setting,
      isQuoted
        ? `The fernet_token_expiry "${value}" is a text and not a number.`
        : `The fernet_token_expiry ${scalar.text} is not a whole number from 0 to ${LONGEST_EXPIRY}.`,
      isQuoted ? 'Write it without quotes.' : 'Choose one that spans a week evenly, for example 86400.',
    )
  },
})
