import { PlainText, QuotedText } from '@/components/ui/plain-text';
import { ProbabilityBar } from '@/components/ui/probability';
import {
  type Abstention,
  abstentionOf,
  MODELS_PATH,
  TRY_LARGER,
} from '@/lib/explanation/abstention';
import { answerToQuestion, LOOKED_UP } from '@/lib/explanation/answer-to-question';
import { answerWords } from '@/lib/explanation/answer-words';
import type { Explanation } from '@/lib/explanation/explanation';
import { sliceSpan } from '@/lib/text/span';

/** Where what is known of each condition can be read, as a path of the application. */
const CONDITIONS_PATH = '/conditions';

const STATED =
  'As the answer states it. No measurement stands behind it unless the limits below say so.';
const MEASURED =
  'Product of the probabilities that the model gave to the tokens that name the answer. It says how firmly the model chose these words, not how often it is right.';

/** The answer, and how sure the model was: what it wrote beside what its tokens show. */
export function Answer({ explanation }: { explanation: Explanation }) {
  const { answer, uncertainty } = explanation;
  const abstention = abstentionOf(explanation);
  if (abstention !== undefined)
    return <Declined abstention={abstention} text={explanation.trace.text} />;
  const { letter, name, forDiagnosis } = answerWords(answer, explanation.case.options);
  const toQuestion = answerToQuestion(explanation);
  if (answer.abstained || (name === undefined && letter === undefined)) {
    return (
      <div>
        <p className="text-lg leading-snug font-semibold">No answer</p>
        {answer.reason === undefined ? null : (
          <p className="text-xs text-ink-2">
            <PlainText text={answer.reason} />
          </p>
        )}
      </div>
    );
  }
  return (
    <div className="grid gap-3">
      <p className="text-xl leading-snug font-semibold text-balance">
        {letter === undefined ? null : (
          <span className="mr-2 inline-flex size-7 items-center justify-center rounded border border-ink font-mono text-sm">
            <PlainText text={letter} />
          </span>
        )}
        {name === undefined ? null : <QuotedText text={name} />}
      </p>
      {forDiagnosis === undefined ? null : (
        <p className="text-sm">
          For the diagnosis: <QuotedText text={forDiagnosis} />
        </p>
      )}
      {toQuestion === undefined ? null : (
        <div className="grid gap-1">
          <p className="text-sm">
            <span className="text-ink-2">To the question: </span>
            <QuotedText text={sliceSpan(explanation.trace.text, toQuestion)} />
          </p>
          <p className="text-2xs text-ink-3">
            {LOOKED_UP}{' '}
            <a href={CONDITIONS_PATH} className="text-accent underline underline-offset-4">
              Conditions
            </a>
          </p>
        </div>
      )}
      <dl className="grid gap-1.5 text-xs">
        <Certainty term="Confidence stated" note={STATED} probability={answer.probability} />
        <Certainty
          term="Certainty of its tokens"
          note={MEASURED}
          probability={uncertainty.answerProbability}
        />
      </dl>
    </div>
  );
}

/** No diagnosis, why, what the model asks for next, and where a model is that may get further. */
function Declined({
  abstention: { reason, next, tryLarger },
  text,
}: {
  abstention: Abstention;
  text: string;
}) {
  return (
    <div className="grid gap-2">
      <p className="text-xl leading-snug font-semibold">No diagnosis given</p>
      <p className="text-sm">
        <PlainText text={reason} />
      </p>
      {next === undefined ? null : (
        <p className="text-xs text-ink-2">
          What the model asks for next:{' '}
          <span className="text-ink">
            <QuotedText text={sliceSpan(text, next)} />
          </span>
        </p>
      )}
      {tryLarger ? (
        <p className="text-xs text-ink-2">
          {TRY_LARGER}{' '}
          <a href={MODELS_PATH} className="text-accent underline underline-offset-4">
            Choose a model
          </a>
        </p>
      ) : null}
    </div>
  );
}

function Certainty({
  term,
  note,
  probability,
}: {
  term: string;
  note: string;
  probability: number | undefined;
}) {
  return (
    <div title={note} className="flex items-center justify-between gap-3">
      <dt className="text-ink-2">
        {term}
        <span className="sr-only">. {note}</span>
      </dt>
      <dd>
        {probability === undefined ? (
          <span className="text-ink-3">not known</span>
        ) : (
          <ProbabilityBar probability={probability} />
        )}
      </dd>
    </div>
  );
}
