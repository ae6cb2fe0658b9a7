import type { Manifest } from '../../../generated/manifest.js'
import { loadManifestIfThere } from '../../manifest/load.js'
import { asRelease, requireOpenStackRelease } from '../../openstack/releases.js'
import { UserError } from '../../platform/errors.js'
import type { Log } from '../../platform/log.js'
import { bash, type Shell } from '../../platform/shell.js'
import { type LintersResult, runLinters } from '../linters/run-linters.js'
import { byPlace } from './check.js'
import type { OpenStackReleaseChoice, ValidateResult } from './finding.js'
import { saidRelease } from './openstack-release/choose.js'
import { ruleSettings } from './rule-settings.js'
import { type ValidateOptions, validateFolder, verdict } from './validate.js'

/** What somebody asks for beyond what changeover.yml says. */
export interface Asked extends Pick<ValidateOptions, 'base' | 'onFile' | 'onKnown'> {
  /** Severities that come before those of the manifest. */
  rules?: ValidateOptions['rules'] | undefined
  /** The OpenStack release that the definitions are for. */
  release?: string | undefined
  /** Report only what is wrong in this release and not in the present one. */
  target?: string | undefined
  /** Whether the repository's own linters run, where the manifest has some. Default: yes. */
  linters?: boolean | undefined
  /** Where the logs of linters go. */
  logDir?: string | undefined
  /** Ends the linters. */
  signal?: AbortSignal | undefined
}

/**
 * Check a folder as its own changeover.yml wants it; without one, with the defaults. The repository's own linters run
 * meanwhile.
 *
 * A manifest that is wrong is a finding like any other, so here it only means the defaults.
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
      ? undefined // what linters find does not depend on the release
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
    await checking?.catch(() => {}) // what came first is what is told
    throw error
  }
}

/** The release that the flag or the manifest says; `undefined` when the definitions have to. */
export function chosenRelease(
  flag: string | undefined,
  manifest: Manifest | undefined,
): OpenStackReleaseChoice | undefined {
  if (flag !== undefined) return saidRelease(requireOpenStackRelease(flag), 'flag')
  const said = asRelease(String(manifest?.openstack_release ?? ''))
  return said && saidRelease(said, 'manifest')
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
