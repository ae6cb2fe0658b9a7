import type { PackageResult } from '../../release/result.js'
import { codeCell, inline } from '../escape.js'
import { count, size } from '../figures.js'
import { blocks, table, title } from '../markdown.js'
import { needsText } from './text.js'

export function packageMarkdown(result: PackageResult): string {
  return blocks(
    title(true, `Release ${inline(result.version)} ${result.outcome}`),
    table(
      ['', ''],
      [
        ['Name', inline(result.name)],
        ['Version', codeCell(result.version)],
        ['Digest', codeCell(result.digest)],
        ['Commit', codeCell(result.commit)],
        ['Content', `${count(result.files, 'file')}, ${size(result.bytes)}`],
        ['Checked', checkedCell(result)],
        ...(result.dirty ? [['Dirty', 'It contains uncommitted changes']] : []),
        ...(result.previous ? [['Previous', previousCell(result.previous)]] : []),
        ['Archive', codeCell(result.path)],
        ...(result.dependencies ? [['Dependencies', inline(needsText(result.dependencies))]] : []),
        ...(result.provenance ? [['Attested', attestedCell(result.provenance)]] : []),
      ],
    ),
  )
}

function checkedCell({ findings, openstack_release }: PackageResult): string {
  if (findings === null) return 'No'
  const { errors, warnings, notices } = findings
  return `${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(notices, 'notice')}, for OpenStack ${inline(openstack_release ?? '')}`
}

function attestedCell({ bundle, attestation_url: url }: NonNullable<PackageResult['provenance']>): string {
  if (url !== null) return `[Yes](${url})`
  return bundle === null ? 'No' : 'Yes, in the bundle beside the archive'
}

function previousCell({ version, changes }: NonNullable<PackageResult['previous']>): string {
  const { added, changed, removed } = changes
  return `${codeCell(version)}: ${added.length} files added, ${changed.length} changed, ${removed.length} removed since`
}
