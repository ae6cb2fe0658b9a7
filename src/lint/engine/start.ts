import type { Manifest } from '../../../generated/manifest.js'
import { loadManifestIfThere } from '../../manifest/load.js'
import { asRelease, requireOpenStackRelease } from '../../openstack/releases.js'
import { UserError } from '../../platform/errors.js'
import type { Log } from '../../platform/log.js'
import { bash, type Shell } from '../../platform/shell.js'
import { type LintersResult, runLinters } from '../linters/run-linters.js'
import { byPlace } from './check.js'
import type { OpenStackReleaseChoice, ValidateResult } from './finding.js'
import { ruleSettings } from './rules.js'
import { type ValidateOptions, validateFolder, verdict } from './validate.js'

/** Options of a run, in addition to changeover.yml. */
export interface Asked extends Pick<ValidateOptions, 'base' | 'onFile' | 'onKnown'> {
  /** Severities that override those of the manifest. */
  rules?: ValidateOptions['rules'] | undefined
  /** The OpenStack release that the definitions are for. */
  release?: string | undefined
  /** Report only problems in this release that do not exist in the present one. */
  target?: string | undefined
  /** Whether to run the repository's own linters. Default: yes. */
  linters?: boolean | undefined
  /** The folder for the logs of linters. */
  logDir?: string | undefined
  /** Ends the linters when it is aborted. */
  signal?: AbortSignal | undefined
}

/**
 * Check a folder with the settings of its changeover.yml, or with the defaults. The repository's own linters run at the
 * same time.
 *
 * An invalid manifest is reported as a finding, so the defaults apply here.
 *
 * @throws UserError `unknown_release`, as {@link validateFolder} and as {@link runLinters}
 */
export async function startValidate(
  root: string,
  log: Log,
  asked: Asked = {},
  shell: Shell = bash,
): Promise<ValidateResult> {
  const manifest = await manifestOrDefaults(root)
  const { base, onFile, onKnown } = asked
  const target = asked.target === undefined ? undefined : requireOpenStackRelease(asked.target)
  const release = chosenRelease(asked.release, manifest)
  const { ignore = [], linters = [] } = manifest?.validate ?? {}
  const rules = ruleSettings({ ...manifest?.validate?.rules, ...asked.rules }, linters)

  const controller = new AbortController()
  const signal = asked.signal ? AbortSignal.any([asked.signal, controller.signal]) : controller.signal
  const { logDir } = asked
  const checking =
    asked.linters === false || target !== undefined
      ? undefined // the findings of linters do not depend on the release
      : runLinters({ root, linters, ignore, rules: rules.linters, logDir, shell, log, signal })
  try {
    const result = await validateFolder({
      ...{ root, ignore, rules: rules.own, base, log },
      ...(onFile ? { onFile } : {}),
      ...(onKnown ? { onKnown } : {}),
      ...(release ? { release } : {}),
      ...(target ? { target } : {}),
    })
    return withLinters(result, await checking)
  } catch (error) {
    controller.abort(error)
    await checking?.catch(() => {}) // the first error is the one to report
    throw error
  }
}

/** The release from the flag or the manifest; `undefined` to detect it from the definitions. */
export function chosenRelease(
  flag: string | undefined,
  manifest: Manifest | undefined,
): OpenStackReleaseChoice | undefined {
  if (flag !== undefined) return { name: requireOpenStackRelease(flag), from: 'flag', assumed: false }
  const configured = asRelease(String(manifest?.openstack_release ?? ''))
  return configured && { name: configured, from: 'manifest', assumed: false }
}

function withLinters(result: ValidateResult, linters: LintersResult | undefined): ValidateResult {
  if (!linters || linters.runs.length === 0) return result
  const findings = [...result.findings, ...linters.findings].sort(byPlace)
  return {
    ...result,
    ...verdict(findings, result.files.checked + linters.runs.length, result.base),
    findings,
    linters: linters.runs,
  }
}

async function manifestOrDefaults(root: string): Promise<Manifest | undefined> {
  try {
    return await loadManifestIfThere(root)
  } catch (error) {
    if (error instanceof UserError && error.code === 'manifest_invalid') return undefined
    throw error
  }
}
