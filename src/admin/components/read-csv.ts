/** The text of a file as Excel and WPS save it: UTF-8, or GBK where it is none. */
export async function readText(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The cells of a CSV (RFC 4180; also with semicolons or tabs), without blank lines. What `toCsv` guards against formulas is as it was. Pure. */
export function fromCsv(text: string): string[][] {
  const source = text.replace(/^\uFEFF/, '');
  const mark = separatorOf(source);
  const rows: string[][] = [[]];
  let [cell, isQuoted] = ['', false];
  const endCell = (): void => { rows.at(-1)!.push(cell.replace(/^'(?=[=+\-@])/, '')); cell = ''; };
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at]!;
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (source[at + 1] === '"') { cell += '"'; at += 1; } else isQuoted = false;
    } else if (char === '"' && cell === '') isQuoted = true;
    else if (char === mark) endCell();
    else if (char === '\n') { endCell(); rows.push([]); } else if (char !== '\r') cell += char;
  }
  endCell();
  return rows.filter((row) => row.some((each) => each.trim() !== ''));
}

/** What stands between the cells of the first line. */
const separatorOf = (text: string): string => {
  const [first = ''] = text.split('\n', 1);
  return [',', '\t', ';'].sort((a, b) => first.split(b).length - first.split(a).length)[0]!;
};
