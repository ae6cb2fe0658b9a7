import { Option } from 'commander'

/** Options that several commands share, worded once. */
export const options = {
  format: () =>
    new Option('--format <format>', 'what goes to stdout').choices(['text', 'json']).default('text'),
  verbose: () => new Option('-v, --verbose', 'show what the commands print'),
  path: () => new Option('-C, --path <folder>', 'the repository that keeps the ledger').default('.', 'here'),
  environment: () =>
    new Option('-e, --environment <name>', 'an environment of changeover.yml').makeOptionMandatory(),
  release: () =>
    new Option('-r, --release <release>', 'an archive, or a version, a digest or STORE#VERSION in a store'),
  store: () =>
    new Option('--store <address>', 'where releases are kept').default(
      undefined,
      'release.store of changeover.yml',
    ),
  digest: () => new Option('--digest <sha256:…>', 'refuse any other release than the one with this digest'),
  attestation: () =>
    new Option('--attestation <bundle>', 'the attestation of the release').default(
      undefined,
      'the .sigstore.json beside it, otherwise the one that GitHub keeps',
    ),
  trustedRoot: () =>
    new Option('--trusted-root <file>', 'the roots of trust for attestations').default(
      undefined,
      "the public one of Sigstore's, from the network",
    ),
  takeOver: () =>
    new Option('--take-over', 'go on with an unfinished operation whose run you know to be dead').default(
      false,
    ),
  wait: () =>
    new Option('--wait <time>', 'wait for another run to end, such as 10m').default(undefined, 'not at all'),
  remote: () =>
    new Option('--remote <name>', 'the Git remote that keeps the ledger').default(
      undefined,
      'origin when there is one, otherwise this repository',
    ),
}

/** What every command has. */
export interface CommonOptions {
  format: 'text' | 'json'
  verbose?: boolean
}
