import { rulePages } from '../lint/engine/rules.js'
import { validateGithub } from './findings-github.js'
import { validateJunit } from './findings-junit.js'
import { validateMarkdown } from './findings-markdown.js'
import { validateSarif } from './findings-sarif.js'
import { validateText } from './findings-text.js'
import type { FindingsFormat, FindingsView } from './findings-view.js'

export interface FormatOptions {
  /** Colors in text. */
  color: boolean
  /** Columns of the terminal, for text. */
  width?: number | undefined
  /** Text: only the findings that count. */
  quiet?: boolean | undefined
  /** The URL of the pages of the rules, with `/` at the end. */
  docs?: string | undefined
}

/** The whole result in one format. */
export function findingsIn(format: FindingsFormat, view: FindingsView, options: FormatOptions): string {
  switch (format) {
    case 'text':
      return `${validateText(view, options).trimEnd()}\n`
    case 'json':
      return `${JSON.stringify(view.result, null, 2)}\n`
    case 'sarif':
      return `${JSON.stringify(validateSarif(view, rulePages, options.docs))}\n`
    case 'junit':
      return validateJunit(view)
    case 'github':
      return validateGithub(view)
    case 'markdown':
      return `${validateMarkdown(view).trimEnd()}\n`
  }
}
