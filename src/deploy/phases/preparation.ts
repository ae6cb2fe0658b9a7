import { join } from 'node:path'
import type { Color } from '../../drivers/color.js'
import { runDeployer } from '../../drivers/deployers/run.js'
import { askUntilGood } from '../../drivers/probes/ask.js'
import { type Site, timed } from '../../drivers/target.js'
import type { Release } from '../../release/open.js'
import type { ReleaseName } from '../ledger/state.js'
import { type Slot, type State, withInPlace, withSlot } from '../ledger/state.js'
import type { DeployRun } from './deploy-run.js'
import { hasToDo } from './phases.js'
import type { Ports } from './ports.js'
import { askGates } from './preflight.js'
import { leftToRoll } from './rolling-record.js'

/** Where a release is unpacked: the version for people, the digest for truth. */
export function releaseFolder(ports: Pick<Ports, 'releasesFolder'>, name: ReleaseName): string {
  return join(ports.releasesFolder, `${name.version}-${name.digest.slice('sha256:'.length, 19)}`)
}

/** Unpack the release on this machine, whatever an earlier run may have unpacked elsewhere. */
export async function fetchRelease(
  site: Site,
  { release, journal, ports, signal }: DeployRun,
): Promise<void> {
  signal.throwIfAborted()
  if (!journal.hasDone('fetch')) await journal.enter('fetch')
  await ports.log.step(`Unpack ${release.document.version}`, () =>
    ports.unpacked.unpack(release, site.options.release.folder),
  )
}

/** fetch, preflight, expand, deploy. A command that an earlier run has done is not done again. */
export async function bringToRelease(site: Site, run: DeployRun, color: Color | null): Promise<void> {
  const { settings, journal, ports, signal, name } = run
  const { log } = ports
  await fetchRelease(site, run)
  await askGates(site, run)
  const expand = settings.strategy === 'blue_green' ? settings.expand : undefined
  if (expand && hasToDo(journal, 'expand')) {
    await journal.enter('expand')
    await log.step('Expand the schema', () => site.run('expand', expand, signal))
  }
  const deploy = settings.deploy
  if (deploy && hasToDo(journal, 'deploy')) {
    // from here on the color no longer holds what it held: a rollback to that would be a lie
    const began = { release: name, state: 'deploying' as const, since: journal.now(), settings }
    const slot = { ...began, ...commitOf(run.release) }
    await journal.enter('deploy', (state) => withDeploying(state, color, slot))
    const { environment, liveColor, release, operation } = site.options
    const target = { environment, color: color ?? undefined, liveColor, release, operation }
    const deployer = runDeployer(timed(deploy), site.variables, ports.runCommand)
    await log.step(`Deploy ${name.version}${color ? ` to ${color}` : ''}`, () =>
      deployer.deploy(target, signal),
    )
  }
}

/** The commit whose files are those of a release, for who wants to have them back in a branch. */
export function commitOf({ document: { commit, dirty } }: Release): Pick<Slot, 'commit'> {
  return dirty ? {} : { commit }
}

/** Hosts that were rolled to a release in place stay so when it is deployed again because something else failed. */
function withDeploying(state: State, color: Color | null, slot: Slot): State {
  const begun = { ...slot, ...leftToRoll(slot.settings) }
  if (color !== null) return withSlot(state, color, begun)
  const was = state.in_place
  const goesOn = was?.rolling === 'pending' && was.release.digest === slot.release.digest
  const rolled = goesOn && was.rolled ? { rolled: was.rolled } : {}
  return withInPlace(state, { ...begun, ...rolled }, slot.since)
}

/** Ask the color, directly, whether it is healthy. Always anew: a check that was made before an approval is old. */
export async function verify(
  site: Site,
  { journal, ports, report, signal }: Pick<DeployRun, 'journal' | 'ports' | 'report' | 'signal'>,
): Promise<void> {
  const probes = site.probes('verify')
  if (probes.length === 0) return
  signal.throwIfAborted()
  await journal.enter('verify')
  const names = probes.map(({ probe }) => probe.name).join(', ')
  await ports.log.step(`Ask whether ${site.options.color ?? 'it'} is healthy: ${names}`, () =>
    askUntilGood(probes, ports.clock, signal, report.probes.during('verify')),
  )
}

/** Delete unpacked releases that no color holds, and nothing goes back to. */
export async function forgetOldReleases(state: State, ports: Ports): Promise<void> {
  const kept = new Set(
    [state.blue, state.green, state.in_place, state.in_place_previous].flatMap((slot) =>
      slot ? [releaseFolder(ports, slot.release)] : [],
    ),
  )
  await ports.unpacked.keepOnly(ports.releasesFolder, kept)
}
