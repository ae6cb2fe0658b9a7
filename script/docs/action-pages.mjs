// Generates the tables of inputs and outputs in the READMEs of the actions, from their action.yml.
import { readFile } from 'node:fs/promises'
import { load } from 'js-yaml'
import { cell, table, withPart } from './markdown.mjs'

/** The action.yml of each action, and the page that describes it. */
export const PAGES = [
  { action: 'action.yml', page: 'actions/README.md' },
  ...['validate', 'package', 'staged-test', 'deploy', 'rollback', 'abort'].map((name) => ({
    action: `actions/${name}/action.yml`,
    page: `actions/${name}/README.md`,
  })),
]

/** The generated pages of the actions: path → text and source. */
export async function actionPages(root) {
  const pages = PAGES.map(async ({ action, page }) => {
    const { inputs, outputs } = load(await readFile(new URL(action, root), 'utf8'))
    const before = await readFile(new URL(page, root), 'utf8')
    const text = withPart(withPart(before, 'inputs', inputsTable(inputs)), 'outputs', outputsTable(outputs))
    return { path: page, text, source: action }
  })
  return Promise.all(pages)
}

function inputsTable(inputs) {
  const rows = Object.entries(inputs).map(([name, input]) => [
    `\`${name}\``,
    cell(input.description),
    input.required ? '**required**' : standard(input.default),
  ])
  return table(['Input', 'Meaning', 'Default'], rows)
}

function standard(value) {
  return value === undefined || value === '' ? '' : `\`${value}\``
}

function outputsTable(outputs) {
  return table(
    ['Output', 'Meaning'],
    Object.entries(outputs).map(([name, output]) => [`\`${name}\``, cell(output.description)]),
  )
}
