import type { FindingsView } from './findings-view.js'

/** The forms that findings can be had in. */
export const FINDINGS_FORMATS = ['text', 'json', 'sarif', 'junit', 'github', 'markdown'] as const
export type FindingsFormat = (typeof FINDINGS_FORMATS)[number]

export interface FormatOptions {
  /** Of text. */
  color: boolean
  width?: number | undefined
  quiet?: boolean | undefined
  /** Where the rules' pages are, as a URL with `/` at the end. */
  docs?: string | undefined
}

/** All of a result in one form; only what the form needs is loaded. */
export async function findingsIn(
  format: FindingsFormat,
  view: FindingsView,
  options: FormatOptions,
): Promise<string> {
  switch (format) {
    case 'text':
      return `${(await import('./findings-text.js')).validateText(view, options).trimEnd()}\n`
    case 'json':
      return `${JSON.stringify(view.result, null, 2)}\n`
    case 'sarif': {
      const { validateSarif } = await import('./findings-sarif.js')
      const { rulePages } = await import('../lint/engine/rules.js')
      return `${JSON.stringify(validateSarif(view, rulePages, options.docs))}\n`
    }
    case 'junit':
      return (await import('./findings-junit.js')).validateJunit(view)
    case 'github':
      return (await import('./findings-github.js')).validateGithub(view)
    case 'markdown':
      return `${(await import('./findings-markdown.js')).validateMarkdown(view).trimEnd()}\n`
  }
}
