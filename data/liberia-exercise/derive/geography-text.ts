/** A derived file as it is written: one line for each of its rows, so that differences can be read. */
export function geographyText(content: object): string {
  const members = Object.entries(content).map(([key, value]) => {
    if (!Array.isArray(value)) return `"${key}":${JSON.stringify(value)}`
    return `"${key}":[\n${value.map((row) => JSON.stringify(row)).join(',\n')}\n]`
  })
  return `{${members.join(',\n')}}\n`
}
