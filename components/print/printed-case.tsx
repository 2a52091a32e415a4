import { coverageWords } from '@/components/case/coverage-words';
import { UnreadWords } from '@/components/case/unread-words';
import { PlainText } from '@/components/ui/plain-text';
import type { CaseReading } from '@/lib/case/case';
import { caseCoverage } from '@/lib/case/coverage';
import { EMBEDDED_ID } from '@/lib/engine/catalogue/embedded-id';

/** The case on paper, its sentences numbered; for the embedded model with what it read of them. */
export function PrintedCase({ reading, model }: { reading: CaseReading; model: string }) {
  const { case: given, sentences } = reading;
  const coverage = model === EMBEDDED_ID ? caseCoverage(reading) : undefined;
  return (
    <>
      {coverage === undefined ? null : (
        <p className="mb-1">
          The embedded model reads {coverageWords(coverage)}. What it does not read is underlined
          with dots.
        </p>
      )}
      <ol>
        {sentences.map((sentence) => (
          <li
            key={sentence.number}
            className="grid break-inside-avoid grid-cols-[2rem_minmax(0,1fr)]"
          >
            <span className="font-mono">[{sentence.number}]</span>
            <span dir="auto" className="wrap-anywhere whitespace-pre-line">
              <UnreadWords
                text={given.text}
                stretch={sentence.span}
                unread={coverage?.unread ?? []}
              />
            </span>
          </li>
        ))}
      </ol>
      {given.question === undefined ? null : (
        <p className="mt-2 font-medium">
          <PlainText text={given.question} />
        </p>
      )}
      <ol>
        {given.options.map((option) => (
          <li key={option.letter}>
            {option.letter}) <PlainText text={option.text} />
          </li>
        ))}
      </ol>
    </>
  );
}
