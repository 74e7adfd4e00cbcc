import type { Command } from '../command.ts'

const FORMATS = ['text', 'json', 'jsonl', 'html', 'csv'] as const
const TABLES = ['events', 'attributions', 'entities', 'relations'] as const

export const read: Command = {
  name: 'read',
  summary: 'Read articles: who did what to whom, who said what, who is who.',
  args: '[FILE…|FOLDER|-]',
  about:
    'Reads text files, HTML pages and JSON lines (one article a line: text, and where known id, title, published, outlet, author, url, kind, replyTo); a folder with everything in it that ends in .txt, .html, .htm, .json, .jsonl or .ndjson; - or nothing for JSON lines, or one text or page, on stdin. The order of the output is that of the input. What cannot be read is named on stderr in one line, and the others are read.\n' +
    'One file is shown as a page of text. Several, a folder or a stream are shown so on a terminal and written as JSON lines elsewhere; --out goes by the ending of its file.\n' +
    'A dossier.json in a folder can give title, published, outlet, author and url for files beside it, by file name. An option overrides that and what a page says of itself; a line of JSON keeps its own. A title that the text does not begin with is put in front of it, with an empty line between; offsets count from there.',
  options: {
    format: {
      type: 'string',
      value: 'text|json|jsonl|html|csv',
      choices: FORMATS,
      help: 'How to show it: a page of text; the reading as JSON (a list where there are several), as JSON lines, as one HTML page that needs nothing else, or as a CSV table.',
    },
    table: {
      type: 'string',
      value: TABLES.join('|'),
      choices: TABLES,
      help: 'Which table the CSV holds. Default: events. A cell that a spreadsheet would run as a formula (it begins with = + - @) gets an apostrophe in front.',
    },
    published: {
      type: 'string',
      value: 'DAY',
      help: 'Day of publication, as 2020-01-17, where the page or line does not say it better.',
    },
    outlet: { type: 'string', value: 'NAME', help: 'The outlet that published it.' },
    title: { type: 'string', value: 'TITLE', help: 'The title of the article.' },
    out: { type: 'string', value: 'FILE', help: 'Write to this file instead of the terminal.' },
    workers: {
      type: 'string',
      value: 'N',
      help: 'Articles read at the same time. Default: one for each core, 8 at most.',
    },
    progress: { type: 'boolean', help: 'Show rate and time left on stderr even where it is no terminal.' },
    plain: { type: 'boolean', help: 'No colour. NO_COLOR and FORCE_COLOR are obeyed too.' },
  },
  examples: [
    ['rubicon read article.txt', 'A page for people: the text with its findings marked, then tables.'],
    ['rubicon read page.html --published 2020-01-17 --format json', 'The whole reading, for a program.'],
    [
      'rubicon read article.txt --format html --out article.html',
      'One self-contained page to open in a browser or send to somebody.',
    ],
    [
      'cat articles.jsonl | rubicon read --format jsonl > readings.jsonl',
      'A stream: one article a line in, one reading a line out.',
    ],
    [
      'rubicon read folder/ --format csv --table attributions > said.csv',
      'Who said what in a folder of articles, for a spreadsheet.',
    ],
  ],
  // The reader and its knowledge are loaded only when something is read.
  run: async (args, options, world) => (await import('../read-command.ts')).runRead(args, options, world),
}
