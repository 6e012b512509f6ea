/** What a YAML syntax error means for the person who wrote it: what is wrong, and what to do. */
import { LIMITS } from './limits.ts';

const MESSAGES: Readonly<Record<string, string>> = {
  BAD_INDENT:
    'This line is indented differently from its neighbours. Give lines of one list or map the same indentation, and close every bracket.',
  BAD_SCALAR_START: 'A value cannot begin with this character. Put the value in quotes.',
  BAD_DQ_ESCAPE: 'This backslash sequence means nothing in double quotes. Double the backslash or use single quotes.',
  BLOCK_AS_IMPLICIT_KEY:
    'There is a second "key: value" on this line. Put each key on a line of its own, or put the value in quotes.',
  BLOCK_IN_FLOW: 'An indented list or map cannot stand between brackets. Close the bracket first.',
  KEY_OVER_1024_CHARS: 'This key is too long. Shorten it.',
  MISSING_CHAR: 'Something is missing here, such as a closing quote or bracket, or a colon after the key. Add it.',
  MULTILINE_IMPLICIT_KEY:
    'A line without "key:" stands among keys. Add the key and a colon, or indent the line below its key.',
  TAB_AS_INDENT: 'Tabs cannot indent YAML. Use spaces.',
  TOO_DEEP: `This is nested more than ${LIMITS.nesting} levels deep and was not read. Flatten it.`,
  UNEXPECTED_TOKEN: 'This cannot stand here. Put the value in quotes, or move it to a line of its own.',
  COMMENT_SPACE: 'A comment needs a space before its "#". Add one.',
  BAD_ALIAS: 'This alias is not written as YAML asks. Quote the value if it is meant as text.',
  BAD_DIRECTIVE: 'A line that begins with "%" is not a value here. Put it in quotes.',
};

const MISSING_QUOTE = 'This value opens with a quote that is never closed. Close it at the end of the value.';

/** In: the reader's error code and message, and the line at fault. Out: our own words for it. */
export function yamlMessage(code: string, original: string, line: string): string {
  if (code === 'MISSING_CHAR' && /quote/.test(original)) return MISSING_QUOTE;
  // The reader sees a second key, too, where a list or map is indented less than what it belongs to.
  const shifted = code === 'BLOCK_AS_IMPLICIT_KEY' && !/:\s.*:(?:\s|$)|["']\s*\S+:(?:\s|$)/.test(line);
  return (
    MESSAGES[shifted ? 'BAD_INDENT' : code] ??
    'This part is not valid YAML and may be read wrongly. Check its colons, quotes and indentation.'
  );
}
