import { PlainText } from '@/components/ui/plain-text';
import { percentage } from '@/components/ui/probability';
import { abstentionOf, MODELS_PATH, TRY_LARGER } from '@/lib/explanation/abstention';
import { answerToQuestion, LOOKED_UP } from '@/lib/explanation/answer-to-question';
import { answerInOneLine, answerWords } from '@/lib/explanation/answer-words';
import type { Explanation } from '@/lib/explanation/explanation';
import { sliceSpan } from '@/lib/text/span';

/** The answer on paper, and how sure the model was of it; or that there is none, and why. */
export function PrintedAnswer({ explanation }: { explanation: Explanation }) {
  const { answer, uncertainty, trace } = explanation;
  const abstention = abstentionOf(explanation);
  if (abstention !== undefined) {
    const { reason, next, tryLarger } = abstention;
    return (
      <>
        <p className="text-[13pt] font-semibold">No diagnosis given</p>
        <p>
          <PlainText text={reason} />
        </p>
        {next === undefined ? null : (
          <p>
            What the model asks for next: <PlainText text={sliceSpan(trace.text, next)} />
          </p>
        )}
        {tryLarger ? (
          <p>
            {TRY_LARGER} Models can be chosen at {MODELS_PATH}.
          </p>
        ) : null}
      </>
    );
  }
  const { probability, reason } = answer;
  const name = answerInOneLine(answerWords(answer, explanation.case.options));
  const toQuestion = answerToQuestion(explanation);
  return (
    <>
      <p className="text-[13pt] font-semibold">
        {answer.abstained || name === undefined ? 'No answer' : <PlainText text={name} />}
      </p>
      {reason === undefined ? null : (
        <p>
          <PlainText text={reason} />
        </p>
      )}
      {toQuestion === undefined ? null : (
        <p>
          To the question: <PlainText text={sliceSpan(trace.text, toQuestion)} />. {LOOKED_UP}
        </p>
      )}
      <p>
        Confidence stated in the answer:{' '}
        {probability === undefined ? 'none' : percentage(probability)}. Certainty of the tokens that
        name the answer:{' '}
        {uncertainty.answerProbability === undefined
          ? 'not known'
          : percentage(uncertainty.answerProbability)}
        .
      </p>
    </>
  );
}
