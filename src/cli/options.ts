import { Option } from 'commander'

/** Options that several commands share. */
export const options = {
  format: () => new Option('--format <format>', 'format of stdout').choices(['text', 'json']).default('text'),
  verbose: () => new Option('-v, --verbose', 'print the output of the commands that run'),
  path: () =>
    new Option('-C, --path <folder>', 'a folder in the repository that holds the ledger').default(
      '.',
      'the current folder',
    ),
  environment: () =>
    new Option(
      '-e, --environment <name>',
      'an environment of changeover.yml (required)',
    ).makeOptionMandatory(),
  release: () =>
    new Option(
      '-r, --release <release>',
      'an archive, or a version, digest or STORE#VERSION that is in a store',
    ),
  store: () =>
    new Option('--store <address>', 'the store that holds the releases').default(
      undefined,
      'release.store of changeover.yml',
    ),
  digest: () => new Option('--digest <sha256:…>', 'refuse a release with another digest'),
  attestation: () =>
    new Option('--attestation <bundle>', 'the attestation of the release').default(
      undefined,
      'the .sigstore.json beside the archive, otherwise the one that GitHub stores',
    ),
  trustedRoot: () =>
    new Option('--trusted-root <file>', 'the trusted root for attestations').default(
      undefined,
      'the public root of Sigstore, from the network',
    ),
  takeOver: () =>
    new Option(
      '--take-over',
      'continue an unfinished operation without waiting for its lease: only if you know that its run has ended',
    ).default(false),
  wait: () =>
    new Option('--wait <time>', 'wait up to this long for another run to finish, for example 10m').default(
      undefined,
      'do not wait',
    ),
  remote: () =>
    new Option('--remote <name>', 'the Git remote that holds the ledger').default(
      undefined,
      'origin if there is one, otherwise this repository',
    ),
}

/** Options that every command has. */
export interface CommonOptions {
  format: 'text' | 'json'
  verbose?: boolean
}

/** Options of the commands that read the ledger of an environment. */
export interface LedgerOptions extends CommonOptions {
  path: string
  environment: string
  remote?: string
}

/** Options of the commands that change an environment. */
export interface OperationOptions extends LedgerOptions {
  release?: string
  store?: string
  attestation?: string
  trustedRoot?: string
  takeOver: boolean
}
