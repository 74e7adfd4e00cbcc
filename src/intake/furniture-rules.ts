/** One way to know a line for furniture: the whole line must match, in the part of the page where such lines stand. */
export type LineRule = {
  readonly why: string
  /** `top`: the first lines under the title; `tail`: the last lines; `any`: anywhere. */
  readonly where: 'any' | 'top' | 'tail'
  readonly line: RegExp
  /** A heading of a list: the headlines under it go with it. */
  readonly heads?: boolean
}

const NAME = String.raw`\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|al|el|von|van|bin|ibn|der|la|del)[ -])?\p{Lu}[\p{L}.'’-]*){1,4}`
const NAMES = `${NAME}(?:(?:,? and|,? &|,) ${NAME}){0,5}`
const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)'
const DATE = `(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?:,? \\d{4})?|\\d{4}-\\d{2}-\\d{2})`
const WEEKDAY = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? )?'
const TIME = '(?:(?:,| at| [|–-])? ?\\d{1,2}[:.]\\d{2} ?(?:[ap]\\.?m\\.?)? ?(?:\\(?[A-Z]{2,4}\\)?)?)?'
const AGENCY =
  'Reuters|AP|Associated Press|AFP|UPI|CNN|BBC|Xinhua|TASS|Tass|IRNA|dpa|DPA|ANSA|EFE|Bloomberg|NPR|PTI|IANS|ANI|SANA|INA|Anadolu|AA|KUNA|SPA|WAM|MENA|Yonhap|Kyodo'
const PHOTO_HOUSE =
  'Getty(?: Images)?|AFP|EPA(?:-EFE)?|REUTERS|Reuters|AP|AP Photo|AP Images|Shutterstock|Anadolu(?: Agency)?|TASS|Xinhua|Bloomberg|Alamy|WireImage|PA(?: Wire)?|dpa|Zuma(?: Press)?|Handout'

const line = (source: string, flags = 'iu') => new RegExp(`^(?:${source})$`, flags)

export const LINE_RULES: readonly LineRule[] = [
  // Lists of other stories
  {
    why: 'related',
    where: 'any',
    heads: true,
    line: line(
      "(?:related|recommended|suggested|more) (?:content|stories|articles|topics|coverage|links|news|posts|reading|videos?)(?: from .{1,40})?:?|related:?|(?:most|more) (?:read|popular|viewed|shared|from|on this(?: story| topic)?)(?: .{1,40})?:?|(?:you (?:might|may) (?:also )?(?:like|be interested in)|what to read next|read (?:more|next|also)|see also|more on this|around the web|trending(?: now)?|top stories|latest (?:news|stories)|editors?[’']s? picks?|don[’']t miss)[:.…»›>→]*",
    ),
  },
  {
    why: 'related',
    where: 'any',
    line: line(
      "(?:read more|see also|also read|read also|related|recommended|don[’']t miss|more from .{2,40})\\s?[:|»›>–—-]\\s?\\S.{2,200}",
    ),
  },
  {
    why: 'related',
    where: 'any',
    line: line('(?:MORE|WATCH|READ|LISTEN|VIDEO|PHOTOS|GALLERY|IN PICTURES|SEE MORE) ?[:|»] ?\\S.{2,200}', 'u'),
  },
  {
    why: 'related',
    where: 'any',
    line: line(
      '(?:read|see|view|watch|listen to) (?:more )?(?:the )?(?:rest|full|entire|original|complete|whole|more)\\b.{0,60}\\b(?:here|below|on .{2,40}\\.com)[.:]?',
    ),
  },
  { why: 'page-furniture', where: 'any', line: line('(?:click|tap) here\\b.{0,140}') },
  // Newsletters, advertisements, sharing
  {
    why: 'page-furniture',
    where: 'any',
    line: line(
      '(?:sign[ -]?up|subscribe|register)\\b.{0,200}\\b(?:newsletters?|e-?mails?|inbox|alerts?|updates|briefings?|podcasts?|today|now|here)\\b.{0,160}',
    ),
  },
  {
    why: 'page-furniture',
    where: 'any',
    line: line(
      '(?:.{0,40}[:.!] ?)?get .{3,100} (?:in|delivered to|straight to|sent to) your (?:inbox|e-?mail|phone).{0,100}|(?:enter |your |enter your )?e-?mail(?: address)?[.:*]?|thank(?:s| you) for (?:subscribing|signing up).{0,80}|already (?:a subscriber|registered)\\?.{0,60}|subscribe(?: now| today)?[.!]?|sign (?:in|up)|log ?in',
    ),
  },
  {
    why: 'page-furniture',
    where: 'any',
    line: line(
      '(?:- ?)?(?:advertisements?|advertising|sponsored(?: content)?|promoted(?: content)?|story continues below(?: advertisement)?|(?:article|story|report) continues (?:below|after).{0,60}|continue reading(?: the main story| below)?|skip (?:ad|advertisement|to .{3,30}))(?: ?-)?[.:…]?',
    ),
  },
  {
    why: 'page-furniture',
    where: 'any',
    line: line(
      '(?:(?:share|tweet|e-?mail|print|pin(?: it)?|whatsapp|facebook|twitter|linkedin|reddit|telegram|copy (?:the )?link|save|comments?|\\d+ (?:comments?|shares?))[\\s|·,/&-]*){1,12}|share (?:this|on|via)\\b.{0,60}|(?:view|show|leave a|post a|read) comments?.{0,20}|comments are closed\\.?|your comments? (?:will|may|must) .{0,80}|our standards: .{3,100}|\\d+ min(?:ute)?s?(?: read)?|listen to (?:this )?(?:article|story).{0,30}|play (?:video|audio)|loading\\.*|view this post on .{2,30}|your browser does not support.{0,80}',
    ),
  },
  {
    why: 'page-furniture',
    where: 'any',
    line: line(
      '["“]?(?:you can )?(?:follow|like|join) (?!in |the (?:protest|march|rall|war|fight))[^.!?,;]{2,80} on (?:twitter|facebook|instagram|telegram|youtube|linkedin|tiktok|whatsapp|x)\\b.{0,160}',
    ),
  },
  {
    why: 'page-furniture',
    where: 'any',
    line: line(
      '(?:we use cookies|this (?:web)?site uses cookies|accept(?: all)? cookies|download (?:the|our) .{2,40} app|(?:have|got) a (?:news )?tip\\?).{0,200}',
    ),
  },
  // Notes of the desk
  {
    why: 'update-note',
    where: 'any',
    line: line(
      "[[(*]*(?:this|the) (?:story|article|post|report|page|live ?blog|column|headline|version)(?: of this (?:story|article|report))?(?:[’']s headline)? (?:has been|have been|was|is being|will be) (?:updated|corrected|amended|revised|edited|clarified|republished|first published|originally published)\\b.{0,600}",
    ),
  },
  {
    why: 'update-note',
    where: 'any',
    line: line(
      "[[(*]*(?:correction|clarification|corrects|editor[’']s note|note)\\b.{0,30}?[:—–-].{0,200}(?:earlier|previous|original) version.{0,500}|an (?:earlier|previous) version of this (?:story|article|report|post)\\b.{0,500}|[[(*]*(?:correction|clarification): .{0,200}(?:has been|have been|was) (?:corrected|clarified|updated|amended).{0,400}",
    ),
  },
  {
    why: 'update-note',
    where: 'any',
    line: line(
      `(?:first )?(?:published|posted|created|updated|last (?:updated|modified))(?: on| at)?:? ?${WEEKDAY}${DATE}${TIME}\\.?`,
    ),
  },
  { why: 'update-note', where: 'top', line: line(`${WEEKDAY}${DATE}${TIME}(?: \\| .{0,60})?`) },
  // Who made it
  {
    why: 'byline',
    where: 'top',
    line: line(`(?:By|BY) (?:${NAMES}|[\\p{Lu} .'’&,-]{4,80})(?:(?:,| \\||\\s[–—-]| for| of| in)? [^.!?]{2,60})?`, 'u'),
  },
  {
    why: 'byline',
    where: 'top',
    line: line(`${NAMES},? (?:${AGENCY}|[\\p{L} ]{0,30}(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|Staff Writer))`, 'u'),
  },
  {
    why: 'credit',
    where: 'any',
    line: line(
      '[-–—([*\\s]*(?:[Aa]dditional |[Ww]ith |[Ww]ith additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ww]ritten|[Tt]ranslated|[Ee]dited) by \\p{Lu}[^"“”]{2,400}',
      'u',
    ),
  },
  { why: 'credit', where: 'any', line: line('[-–—([*\\s]*(?:with )?additional reporting (?:from|by) [^"“”]{2,300}') },
  {
    why: 'credit',
    where: 'tail',
    line: line(
      '\\p{Lu}[^"“”]{2,240}\\bcontributed (?:reporting|to this (?:report|story|article|piece|post|dispatch))\\b[^"“”]{0,100}',
      'u',
    ),
  },
  { why: 'credit', where: 'tail', line: line(`${NAMES} reported from \\p{Lu}[^"“”]{2,240}\\.`, 'u') },
  {
    why: 'copyright',
    where: 'any',
    line: line(
      '(?:copyright\\s*(?:©|\\(c\\)|(?:19|20)\\d\\d)|©|\\(c\\) ?(?:19|20)\\d\\d).{0,300}|.{0,120}\\ball rights reserved\\b.{0,300}|.{0,60}material may not be published, broadcast, rewritten.{0,160}',
    ),
  },
  // Pictures
  { why: 'caption', where: 'any', line: line('FILE(?: PHOTO| IMAGE)?\\s?[:–—-] ?\\S.{2,500}', 'u') },
  {
    why: 'caption',
    where: 'any',
    line: line(
      '(?:photo|image|picture|caption|media caption|image caption|photograph|video caption)s?(?: credit| by)?\\s?: ?\\S.{2,400}|(?:.{0,60} )?image caption\\b.{0,300}|image (?:source|copyright|credit),? .{2,200}',
    ),
  },
  {
    why: 'caption',
    where: 'any',
    line: line(
      "\\S.{2,450}(?:\\((?:AP |[Ff]ile )?(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Cc]redit|[Pp]hotograph)s?(?: by| credit| courtesy|:|/)[^()]{2,120}\\)|\\((?:AP|AFP|EPA|Reuters|Getty)[^()]{0,50}(?:/|[Pp]hoto|[Ii]mages)[^()]{0,80}\\)|\\b(?:REUTERS|AP Photo|AFP|Getty Images|EPA)/\\p{Lu}[\\p{L}.’'-]+(?: \\p{Lu}[\\p{L}.’'-]+){0,3})\\.?",
      'u',
    ),
  },
  {
    why: 'credit',
    where: 'any',
    line: line(
      `(?:[\\p{Lu}][^.!?"“]{1,60}(?: ?/ ?| via | for ))?(?:${PHOTO_HOUSE})(?: ?/ ?[\\p{L} .'’-]{2,60}| via [\\p{L} ]{2,30}){0,3}`,
      'u',
    ),
  },
  {
    why: 'caption',
    where: 'any',
    line: line(
      "\\S.{2,300}(?:\\. [\\p{Lu}][\\p{L}.’'-]*(?: [\\p{L}.’'-]+){0,3}/[\\p{Lu}][\\p{L} ]{2,30}|\\bin an? (?:undated|file|handout|archive) (?:photo|photograph|picture|image)\\b.{0,40})",
      'u',
    ),
  },
  {
    why: 'caption',
    where: 'any',
    line: line('[^.!?]{5,300}[.!?]? ?(?:Photograph|Photo|Picture|Image|Credit): ?\\p{Lu}[^.]{2,80}\\.?', 'u'),
  },
  // Labels
  {
    why: 'byline',
    where: 'top',
    line: line('(?=.{5,160}$)[^!?“"|·•]{2,60}(?: [|·•] [^!?“"|·•]{2,60}){1,4}(?<!\\.)', 'u'),
  },
  {
    why: 'credit',
    where: 'tail',
    line: line(
      '[-–—] ?(?:\\p{Lu}[^.!?"“]{0,40} )?(?:Wire|Reuters|AP|AFP|[Aa]gencies|[Ss]taff|Press|News)\\b[^.!?"“]{0,30}',
      'u',
    ),
  },
  {
    why: 'page-furniture',
    where: 'tail',
    line: line('(?:tags?|topics|filed under|categories|keywords|in this (?:story|article))\\s?:.{0,300}'),
  },
  {
    why: 'page-furniture',
    where: 'top',
    line: line(
      '(?:abstract|letters(?: to the editor)?|opinion|editorial|op-ed|analysis|exclusive|breaking(?: news)?|live|world|politics|middle east|us news|home|news|international|video|audio|subscriber only)\\.?',
    ),
  },
]

/** Stretches inside a line: picture credits in brackets, and the address of a writer after the last sentence. */
export const INLINE_RULES: readonly { readonly why: string; readonly where: 'any' | 'tail'; readonly find: RegExp }[] =
  [
    // A caption that was glued to the end of a paragraph: its one sentence with the credit.
    {
      why: 'caption',
      where: 'any',
      find: /(?<=[.!?]["”’]? )[^.!?]{5,200}[.!?]? ?(?:Photograph|Photo|Picture|Image|Credit): ?\p{Lu}[^.\n]{2,80}\.?$/gu,
    },
    {
      why: 'credit',
      where: 'any',
      find: /\((?:AP |file )?(?:photo|image|picture|photograph|video)s?(?: by| credit| courtesy of|:|\/)[^()\n]{2,120}\)/giu,
    },
    {
      why: 'credit',
      where: 'any',
      find: /\((?:AP|AFP|EPA|Reuters|Getty)[^()\n]{0,40}(?:\/|photo|images)[^()\n]{0,80}\)/giu,
    },
    {
      why: 'page-furniture',
      where: 'tail',
      find: /(?<=[.!?]["”’]? )(?:Follow|Find) (?:him|her|them|us|@?\w+(?: \w+)?) on (?:Twitter|Facebook|Instagram|X)\b[^\n]{0,200}$/gmu,
    },
    { why: 'related', where: 'tail', find: /(?<= )[•▪■] [^\n•]{0,200}\bclick here\b[^\n]{0,400}$/gmu },
  ]

const PLACE_CAPS = String.raw`\p{Lu}[\p{Lu}.'’/-]+(?: [\p{Lu}.'’/-]{2,}){0,3}`
const PLACE = String.raw`\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}`
const REGION = String.raw`(?:, (?:\p{Lu}[\p{L}.]+)(?: \p{Lu}[\p{L}.]+)?)?`
const BIG_CITIES =
  'Washington|New York|London|Paris|Berlin|Brussels|Geneva|Vienna|Rome|Madrid|Moscow|Kyiv|Kiev|Warsaw|Ankara|Istanbul|Tehran|Baghdad|Erbil|Basra|Najaf|Damascus|Aleppo|Beirut|Amman|Jerusalem|Tel Aviv|Gaza(?: City)?|Cairo|Tripoli|Tunis|Riyadh|Doha|Dubai|Abu Dhabi|Manama|Kuwait City|Muscat|Sanaa|Aden|Kabul|Islamabad|New Delhi|Delhi|Beijing|Tokyo|Seoul|Pyongyang|Taipei|Hong Kong|Bangkok|Jakarta|Manila|Nairobi|Addis Ababa|Khartoum|Mogadishu|Abuja|Lagos|Pretoria|Johannesburg|Caracas|Bogota|Mexico City|Brasilia|Buenos Aires|Ottawa|Canberra|Sydney|United Nations'

/** A dateline at the start of the story's first lines; the group `date` where it holds one. */
export const DATELINES: readonly RegExp[] = [
  new RegExp(
    `^${PLACE_CAPS}${REGION}(?:,? (?<date>${DATE}))?(?: ?\\((?:${AGENCY}|[\\p{L}. ]{2,30})\\))?(?:\\s(?:—|–|―|--?)\\s*|—)(?=[\\p{Lu}\\p{N}“"‘'])`,
    'u',
  ),
  new RegExp(`^${PLACE}${REGION}(?:,? (?<date>${DATE}))? ?\\((?:${AGENCY})\\)\\s?(?:—|–|―|--?|:)?\\s*`, 'u'),
  new RegExp(`^${PLACE}${REGION},? (?<date>${DATE})(?: \\([^()]{2,30}\\))?\\s?(?:—|–|―|--?)\\s+`, 'u'),
  new RegExp(`^(?:${BIG_CITIES})${REGION}\\s(?:—|–|―|--?)\\s(?=[\\p{Lu}“"])`, 'u'),
  new RegExp(`^\\((?:${AGENCY})\\)\\s?(?:—|–|―|--?|:)?\\s*`, 'u'),
]

/** Capitals before a dash that are no place. */
export const NOT_A_PLACE =
  /^(?:(?:On|In|By|At|Since|Until|From|After|Before|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?[ ,]|(?:NATO|ISIS|ISIL|OPEC|UNESCO|UNICEF|IAEA|UPDATE|EXCLUSIVE|ANALYSIS|BREAKING|WATCH|POLL|CORRECTION|[\p{Lu}]{1,3})(?: \d+)?\s?(?:—|–|―|-))/u
export const DATE_IN_LINE = new RegExp(DATE, 'u')
