/**
 * Documents quote transcripts between two comments:
 *
 *     <!-- quote forecast.en.txt: What this hinges on -->
 *     <!-- end of quote -->
 *
 * After the colon stands how the paragraph begins, its number (`#2`, `#1-2`) or, after three dots, words in it. The quotation
 * is taken from the transcript, so that no document tells another figure than the program.
 */
const QUOTE =
  /(?<open><!-- quote (?<file>[\w.-]+): (?<wanted>.+?) -->\n)[\s\S]*?(?<close><!-- end of quote -->)/gu;

/** A document with every quotation taken anew. Throws `RangeError` where a transcript has no such paragraph. */
export function quoteAnew(document: string, transcript: (file: string) => string): string {
  return document.replace(QUOTE, (_all, open: string, file: string, wanted: string, close: string) => {
    const paragraphs = transcript(file).trimEnd().split('\n\n');
    const numbers = /^#(\d+)(?:-(\d+))?$/u.exec(wanted);
    const first = Number(numbers?.[1]);
    const paragraph = numbers
      ? paragraphs.slice(first - 1, Number(numbers[2] ?? first)).join('\n\n') || undefined
      : paragraphs.find((text) =>
          wanted.startsWith('…') ? text.includes(wanted.slice(1)) : text.startsWith(wanted),
        );
    if (paragraph === undefined) throw new RangeError(`${file} has no paragraph ${wanted}`);
    return `${open}\`\`\`text\n${paragraph}\n\`\`\`\n${close}`;
  });
}

/** Relative targets of a document's links and pictures, without anchors. */
export function linksOf(document: string): string[] {
  const targets = [...document.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/gu)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  return targets
    .filter((target) => !/^(?:[a-z]+:|#)/u.test(target))
    .map((target) => target.replace(/#.*$/u, ''));
}
