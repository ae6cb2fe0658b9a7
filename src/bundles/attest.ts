// Signing an attestation, loaded when a release is attested.
export { attest } from '@actions/attest'
