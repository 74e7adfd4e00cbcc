import type { Command } from '../command.ts'

export const add: Command = {
  name: 'add',
  summary: 'Add articles to the record.',
  args: 'FILE…|FOLDER|-',
  about:
    'Reads text files, HTML pages, JSON lines and WARC files of saved pages, in folders and those below them, and records what they say. A line of JSON that is a reading already (rubicon read --format jsonl) is recorded as it is. Adding twice adds once: an article that is in the record is not read again. It may be stopped at any moment; what was recorded stays, and the next add goes on.\n' +
    'What cannot be added is named on stderr in one line and counted, and the rest goes in: then the exit code is 1.',
  options: {
    dossier: {
      type: 'string',
      value: 'NAME',
      help: 'Put the articles into this dossier as well; one may be in several.',
    },
    record: {
      type: 'string',
      value: 'FILE',
      help: 'The record to add to; made where there is none. Default: rubicon.db (setting record)',
    },
    published: {
      type: 'string',
      value: 'DAY',
      help: 'Day of publication, where the page or line does not say it better.',
    },
    outlet: { type: 'string', value: 'NAME', help: 'The outlet that published them.' },
    'as-published': {
      type: 'boolean',
      help: 'For an archive: record each article as of the end of its day of publication, so that --as-of answers what stood in the papers by a day. All readings are held in memory first.',
    },
    workers: {
      type: 'string',
      value: 'N',
      help: 'Articles read at the same time. Default: one for each core, 8 at most.',
    },
    list: {
      type: 'boolean',
      help: 'Name each article on stdout once it is recorded: its id, what became of it, where it came from.',
    },
    progress: { type: 'boolean', help: 'Show progress on stderr even where it is no terminal.' },
  },
  examples: [
    ['rubicon add samples/january-2020', 'A folder, with a bar that shows rate and time left.'],
    ['rubicon add ~/articles --dossier "Iraq 2020"', 'Everything below a folder, into a dossier.'],
    ['cat articles.jsonl | rubicon add -', 'One article a line.'],
    ['rubicon add saved.warc.gz', 'The pages in a web archive.'],
  ],
  run: async (args, options, world) => (await import('../add-command.ts')).runAdd(args, options, world),
}
