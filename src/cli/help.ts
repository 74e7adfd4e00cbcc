import type { SettingInForce } from '../base/index.ts'
import type { Command } from './command.ts'

const WIDTH = 88

/** What `rubicon --help` prints. */
export function helpOfAll(commands: readonly Command[], version: string): string {
  const longest = Math.max(...commands.map((c) => c.name.length))
  return `Rubicon ${version} reads the news of a political conflict: who did what to whom, who said what, and how we know.

Use: rubicon COMMAND …

${commands.map((c) => `  ${c.name.padEnd(longest)}  ${c.summary}`).join('\n')}

  rubicon COMMAND --help explains one command, with examples. Exit codes: 0 done, 1 some
  input could not be read, 2 wrong use.
`
}

/** What `rubicon COMMAND --help` prints. */
export function helpOf(command: Command): string {
  const flags = Object.entries(command.options).map(
    ([name, o]) => [o.value ? `--${name} ${o.value}` : `--${name}`, o.help] as const,
  )
  const longest = Math.min(20, Math.max(0, ...flags.map(([flag]) => flag.length)))
  const indent = ' '.repeat(longest + 4)
  const options = flags.map(([flag, help]) => {
    const text = folded(help, WIDTH - indent.length, indent)
    return flag.length > longest ? `  ${flag}\n${indent}${text}` : `  ${flag.padEnd(longest)}  ${text}`
  })
  return `Use: rubicon ${command.name} ${command.args}

${folded(command.about, WIDTH, '')}
${options.length > 0 ? `\nOptions\n${options.join('\n')}\n` : ''}
Examples
${command.examples.map(([line, what]) => `  ${line}\n      ${folded(what, WIDTH - 6, '      ')}`).join('\n')}
`
}

/** docs/commands.md: every command with its options and examples, every setting. */
export function commandsPage(commands: readonly Command[], settings: readonly SettingInForce[]): string {
  const chapter = (c: Command) => `## rubicon ${c.name}

\`rubicon ${c.name}${c.args ? ` ${c.args}` : ''}\`

${c.about}
${
  Object.keys(c.options).length === 0
    ? ''
    : `
| option | what it does |
| --- | --- |
${Object.entries(c.options)
  .map(([name, o]) => `| \`--${name}${o.value ? ` ${o.value.replaceAll('|', '\\|')}` : ''}\` | ${o.help} |`)
  .join('\n')}
`
}
${c.examples.map(([line, what]) => `    ${line}\n\n${what}\n`).join('\n')}`
  return `# Commands and settings

This page is made from the program's own tables (\`npm run docs\`); \`rubicon COMMAND --help\` prints the same.
Exit codes: 0 done, 1 some input could not be read (each with one line on stderr that names it and why), 2 wrong use.

${commands.map(chapter).join('\n')}
## Settings

The environment overrides the file \`rubicon.json\` in the working folder, the file overrides the default.
\`rubicon settings\` prints what is in force and where it came from.

| in rubicon.json | in the environment | default | what it sets |
| --- | --- | --- | --- |
${settings.map((s) => `| \`${s.name}\` | \`${s.env}\` | ${s.value ?? '–'} | ${s.help} |`).join('\n')}
`
}

function folded(text: string, width: number, indent: string): string {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    lines.push(line)
  }
  return lines.join(`\n${indent}`)
}
