/** A configuration file of oslo.config: sections with their options. */
export type Ini = Record<string, Record<string, string | number | boolean>>

/** The text of a configuration file. */
export function iniText(ini: Ini): string {
  const sections = Object.entries(ini).map(([name, options]) => {
    const lines = Object.entries(options).map(([option, value]) => {
      if (/[\r\n]/.test(`${option}${value}`)) throw new Error(`[${name}] ${option} has a line break`)
      return `${option} = ${value}\n`
    })
    return `[${name}]\n${lines.join('')}`
  })
  return sections.join('\n')
}

/** All sections of all parts; later options win. */
export function mergeIni(...parts: readonly (Ini | undefined)[]): Ini {
  const merged: Ini = {}
  for (const part of parts) {
    for (const [section, options] of Object.entries(part ?? {}))
      merged[section] = { ...merged[section], ...options }
  }
  return merged
}
