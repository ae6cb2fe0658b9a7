// Verifying an attestation, loaded when a release needs one.
export { trustedRoots } from '../release/provenance/trusted-roots.js'
export { BundleProblem, verifyBundle } from '../release/provenance/verify-bundle.js'
