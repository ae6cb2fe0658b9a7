import { loadManifestIfThere } from '../manifest/load.js'
import type { Manifest } from '../manifest/manifest.generated.js'
import { UserError } from '../platform/errors.js'
import type { Log } from '../platform/log.js'
import type { Severity, ValidateResult } from './finding.js'
import { type ValidateOptions, validateFolder } from './validate.js'

/** What somebody asks for beyond what changeover.yml says. */
export type Asked = Pick<ValidateOptions, 'base' | 'onFile'>

/**
 * Check a folder as its own changeover.yml wants it; without one, with the defaults.
 *
 * A manifest that is wrong is a finding like any other, so here it only means the defaults.
 *
 * @throws UserError as {@link validateFolder}
 */
export async function startValidate(root: string, log: Log, asked: Asked = {}): Promise<ValidateResult> {
  const settings = (await manifestOrDefaults(root))?.validate
  const rules: Record<string, Severity | 'off'> = {}
  for (const [rule, severity] of Object.entries(settings?.rules ?? {})) {
    rules[rule] = severity === false ? 'off' : severity // YAML 1.1 reads a bare off as false
  }
  return validateFolder({ root, ignore: settings?.ignore ?? [], rules, log, ...asked })
}

async function manifestOrDefaults(root: string): Promise<Manifest | undefined> {
  try {
    return await loadManifestIfThere(root)
  } catch (error) {
    if (error instanceof UserError && error.code === 'manifest_invalid') return undefined
    throw error
  }
}
