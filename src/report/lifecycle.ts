import type { OperationResult } from '../deploy/operations/result.js'
import type { ValidateResult } from '../lint/engine/finding.js'
import type { PackageResult } from '../release/result.js'
import type { StagedTestResult } from '../staged-test/result.js'
import { type FindingsMarkdownView, validateMarkdown } from './findings/markdown.js'
import { blocks } from './markdown.js'
import { operationMarkdown } from './operation/markdown.js'
import { packageMarkdown } from './release/markdown.js'
import { stagedTestMarkdown } from './staged-test/markdown.js'

/** The results of the parts; `null` for a part that was not reached or not requested. */
export interface LifecycleParts {
  validate: ValidateResult | null
  package: PackageResult | null
  staged_test: StagedTestResult | null
  operation: OperationResult | null
}

export function lifecycleMarkdown(
  parts: LifecycleParts,
  aboutFindings: Omit<FindingsMarkdownView, 'result'> = {},
): string {
  return blocks(
    parts.validate ? validateMarkdown({ ...aboutFindings, result: parts.validate }) : '',
    parts.package ? packageMarkdown(parts.package) : '',
    parts.staged_test ? stagedTestMarkdown(parts.staged_test) : '',
    parts.operation ? operationMarkdown(parts.operation) : '',
  )
}
